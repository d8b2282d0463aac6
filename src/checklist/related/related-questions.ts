import { isRefusedBeforePolicies } from '../../evidence/aws-words/refused-before-policies.ts';
import { isPassRole } from '../../model/actions.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { assumedInstead } from '../../model/no-role.ts';
import type { Question } from '../../model/question.ts';
import type { RequestContext } from '../../model/request.ts';
import { actionOfOperation } from '../../parse/operations/operation-actions.ts';
import { serviceOfCall } from '../../parse/operations/operation-services.ts';
import { otherParts } from '../../reference/actions/call-parts.ts';
import { ACL_ACTION, writesObject } from '../../reference/actions/object-acl.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import { rolesPassedBy } from '../../reference/services/role-operations.ts';
import { servicePrincipal } from '../../request/ask-question.ts';
import { likelyService } from '../../request/call-keys.ts';
import { otherResources, resourcesOfCall } from '../../request/call-resources.ts';
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
  return [
    trustInService,
    callItself,
    sessionPermissions,
    passedRoles,
    onOtherResources,
    onNamedResources,
    objectAcl,
  ].flatMap((needs) => needs(denialCase, question));
}

/**
 * A service that is passed a role assumes it later, so the trust policy has to name the service. iam:PassRole does not check that.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
function trustInService(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request, facts } = denialCase;
  if (request === null || !isPassRole(request.action) || facts.role === null) return [];
  const service = request.context.get('iam:PassedToService');
  const [known] = service.status === 'known' ? service.values : [];
  const host = known ?? (service.status === 'unknown' ? likelyService(question) : undefined);
  if (host === undefined) return [];
  return [
    {
      why: `${host} ${known === undefined ? 'likely ' : ''}assumes the role it is given, so the role must trust it`,
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
  if (request === null || denial === null || operation === null || !isPassRole(request.action)) return [];
  const action = actionOfOperation(operation, serviceOfCall(denial));
  if (action === undefined || isPassRole(action) || rolesPassedBy(action) === undefined) return [];
  const why = `the role is passed by ${operation}, which needs ${action} as well`;
  const resources = resourcesOfCall(action, request);
  if (resources.length === 0) {
    const resource = actionFacts(action)?.wildcardOnly === true ? '*' : null;
    return [{ why, question: sameCaller(denialCase, question, { action, resource, service: null }) }];
  }
  return resources.map(({ kind, arn, required }) => ({
    why: resources.length === 1 ? why : `${why}, ${required ? '' : 'usually also '}on its ${kind}`,
    kind,
    question: sameCaller(denialCase, question, { action, resource: arn, service: null }),
  }));
}

/**
 * EC2 evaluates a call once for every resource that it needs, with the condition keys of that resource, and the error names the one that was
 * denied. The ids of the others are not in the text: only what holds for every resource of their kind is certain.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 */
function onOtherResources(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null) return [];
  return otherResources(request).map(({ kind, arn, required }) => ({
    why: `the same call ${required ? 'needs' : 'usually also needs'} ${request.action} on its ${kind}, which the text does not name`,
    kind,
    question: sameCaller(denialCase, question, { resource: arn }),
  }));
}

/**
 * The same of the other services that check a call on several resources, a table and its database for example: their names are given by
 * customers, so that nothing is known of those that the text leaves out.
 */
function onNamedResources(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || request.resource === null || otherResources(request).length > 0) return [];
  return otherParts(request.action, request.resource).map(({ name: kind }) => ({
    why: `the same call needs ${request.action} on its ${kind}, which the text does not name`,
    kind,
    question: sameCaller(denialCase, question, { resource: null }),
  }));
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
