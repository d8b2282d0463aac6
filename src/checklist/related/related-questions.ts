import { isRefusedBeforePolicies } from '../../evidence/aws-words/refused-before-policies.ts';
import { isPassRole } from '../../model/actions.ts';
import { formatArn, parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { assumedInstead } from '../../model/no-role.ts';
import type { Question } from '../../model/question.ts';
import type { RequestContext } from '../../model/request.ts';
import { actionOfOperation } from '../../parse/operations/operation-actions.ts';
import { serviceOfCall } from '../../parse/operations/operation-services.ts';
import { resourceKind } from '../../reference/condition-keys.ts';
import { ACL_ACTION, writesObject } from '../../reference/object-acl.ts';
import { rolesPassedBy } from '../../reference/role-operations.ts';
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
  return [trustInService, callItself, sessionPermissions, passedRoles, otherResources, objectAcl].flatMap((needs) =>
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
 * Where iam:PassRole was denied, the call that passes the role needs its own action besides. EC2 decides that for each resource that the call
 * needs; which one another service decides it for is not known.
 */
function callItself(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request, denial } = denialCase;
  const operation = denial?.operation ?? null;
  if (request === null || operation === null || !isPassRole(request.action)) return [];
  const action = actionOfOperation(operation, serviceOfCall(denial?.code ?? null, operation));
  if (action === undefined || isPassRole(action) || rolesPassedBy(action) === undefined) return [];
  const why = `the role is passed by ${operation}, which needs ${action} as well`;
  const types = action.startsWith('ec2:') ? requiredTypes(action) : [];
  if (types.length === 0) {
    const resource = actionFacts(action)?.wildcardOnly === true ? '*' : null;
    return [{ why, question: sameCaller(denialCase, question, { action, resource, service: null }) }];
  }
  const region = { partition: request.principal.partition, region: regionOf(request.context) };
  return types.map((type) => ({
    why: types.length === 1 ? why : `${why}, on its ${type.name}`,
    kind: type.name,
    question: sameCaller(denialCase, question, { action, resource: unnamed(type, region, denialCase), service: null }),
  }));
}

/** The region of the call, as AWS lists it; left open where nothing shows it. */
function regionOf(context: RequestContext): string {
  const value = context.get('aws:RequestedRegion');
  return (value.status === 'known' ? value.values[0] : undefined) ?? `\${Region}`;
}

/** The kinds of resources without which the action is not called. */
function requiredTypes(action: string): readonly ActionResource[] {
  return actionFacts(action)?.resourceTypes.filter(({ required }) => required) ?? [];
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
  const types = requiredTypes(request.action);
  const others = types.filter((type) => resourceKind(type.arn) !== denied);
  const call = parseArn(request.resource);
  if (others.length === types.length || call === undefined || call.region === '') return [];
  return others.map((type) => ({
    why: `the same call needs ${request.action} on its ${type.name}, which the text does not name`,
    kind: type.name,
    question: sameCaller(denialCase, question, { resource: unnamed(type, call, denialCase) }),
  }));
}

/** AWS's ARN pattern, filled in with what holds for the whole call. What the call creates is the caller's; what exists may be shared by another account. */
function unnamed(
  type: ActionResource,
  { partition, region }: { readonly partition: string; readonly region: string },
  { facts }: DenialCase,
): string | null {
  const pattern = parseArn(type.arn);
  if (pattern === undefined) return null;
  const creates = type.conditionKeys?.some((key) => key.startsWith('aws:RequestTag/')) === true;
  const account = (creates ? facts.principal?.account : null) ?? pattern.account;
  return formatArn({ ...pattern, ...(pattern.account === '' ? {} : { account }), partition, region });
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
