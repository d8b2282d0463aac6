import { isRefusedBeforePolicies } from '../../evidence/aws-words/refused-before-policies.ts';
import { isPassRole } from '../../model/actions.ts';
import { formatArn, parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { assumedInstead } from '../../model/no-role.ts';
import type { Question } from '../../model/question.ts';
import type { RequestContext } from '../../model/request.ts';
import { resourceKind } from '../../reference/condition-keys.ts';
import { ACL_ACTION, writesObject } from '../../reference/object-acl.ts';
import { type ActionResource, actionFacts } from '../../reference/service-facts.ts';
import { servicePrincipal } from '../../request/ask-question.ts';
import { passedRoles } from './passed-roles.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';
import { sessionPermissions } from './session-permissions.ts';

/**
 * What else the denied call needs: AWS stops at the first denial, and the next one would come after it. Each is a question of its own,
 * evaluated like the first. What a related request needs in turn is not asked.
 */
export function relatedQuestions(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  if (denialCase.request === null || isRefusedBeforePolicies(denialCase)) return [];
  // No policy can allow that, so nothing else is needed.
  if (assumedInstead(denialCase.request.action, denialCase.request.resource) !== undefined) return [];
  return [trustInService, sessionPermissions, passedRoles, otherResources, objectAcl].flatMap((needs) =>
    needs(denialCase, question),
  );
}

/**
 * A service that is passed a role assumes it later, so the trust policy has to name the service. iam:PassRole does not check that.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
function trustInService(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request, facts } = denialCase;
  if (request === null || !isPassRole(request.action) || facts.role === null) return [];
  const service = request.context.get('iam:PassedToService');
  const [host] = service.status === 'known' ? service.values : [];
  if (host === undefined) return [];
  return [
    {
      why: `${host} assumes the role that it gets, so the role has to trust it`,
      question: sameCaller(denialCase, question, {
        principal: servicePrincipal(host),
        principalFrom: 'text',
        action: 'sts:AssumeRole',
        resource: facts.role.arn,
      }),
    },
  ];
}

/**
 * EC2 evaluates a call once for every resource that it needs, with the condition keys of that resource, and the error names the one that was
 * denied. The ids of the others are not in the text: only what holds for every resource of their kind is certain.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 */
function otherResources(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || request.resource === null || !request.action.toLowerCase().startsWith('ec2:')) return [];
  const denied = resourceKind(request.resource);
  const types = actionFacts(request.action)?.resourceTypes.filter(({ required }) => required) ?? [];
  const others = types.filter((type) => resourceKind(type.arn) !== denied);
  if (others.length === types.length) return [];
  return others.map((type) => ({
    why: `the same call needs ${request.action} on its ${type.name}, which the text does not name`,
    kind: type.name,
    question: sameCaller(denialCase, question, { resource: unnamed(type, request.resource ?? '', denialCase) }),
  }));
}

/** AWS's ARN pattern, filled in with what holds for the whole call. What the call creates is the caller's; what exists may be shared by another account. */
function unnamed(type: ActionResource, denied: string, { facts }: DenialCase): string | null {
  const [call, pattern] = [parseArn(denied), parseArn(type.arn)];
  if (call === undefined || pattern === undefined || call.region === '') return null;
  const creates = type.conditionKeys?.some((key) => key.startsWith('aws:RequestTag/')) === true;
  const account = (creates ? facts.principal?.account : null) ?? pattern.account;
  return formatArn({
    ...pattern,
    ...(pattern.account === '' ? {} : { account }),
    partition: call.partition,
    region: call.region,
  });
}

/**
 * "To successfully change the objects ACL of your PutObject request, you must have the s3:PutObjectAcl": where an object is written with
 * an access control list. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
function objectAcl(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || !writesObject(request.action) || !sendsAcl(request.context)) return [];
  return [
    {
      why: 'the object is written with an access control list of its own',
      question: sameCaller(denialCase, question, { action: ACL_ACTION }),
    },
  ];
}

/** `private` is the ACL that an object has anyway: AWS does not say that sending it needs a permission. */
function sendsAcl(context: RequestContext): boolean {
  for (const [key, value] of context.entries()) {
    if (value.status !== 'known' || !/^s3:x-amz-(acl|grant-[a-z-]+)$/i.test(key)) continue;
    if (value.values.some((text) => text !== '' && text !== 'private')) return true;
  }
  return false;
}
