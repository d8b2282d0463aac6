import { callerArnIsKnown, namedCaller } from '../evidence/named-caller.ts';
import { isPassRole } from '../model/actions.ts';
import { nameWithoutPath, parseArn } from '../model/arn.ts';
import { isPermissionSet, permissionSetPattern } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { issuerOfProvider } from '../model/issuer.ts';
import { coveringPattern } from '../model/unnamed-resource.ts';
import { actionFacts } from '../reference/service-facts.ts';

/** A statement as it is written into a policy. */
export type Statement = Readonly<Record<string, unknown>>;

/** The smallest Allow of the request, for a policy of the caller; undefined where the resource is not known. */
export function smallestAllow(denialCase: DenialCase): Statement | undefined {
  const { request } = denialCase;
  if (request === null || request.resource === null) return undefined;
  const service = request.context.get('iam:PassedToService');
  const [host] = service.status === 'known' ? service.values : [];
  const isPass = isPassRole(request.action) && host !== undefined;
  return {
    Effect: 'Allow',
    Action: request.action,
    // An action without resource types is allowed by "*" only, whatever resource the text names.
    Resource: actionFacts(request.action)?.wildcardOnly === true ? '*' : coveringPattern(request.resource),
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    ...(isPass ? { Condition: { StringEquals: { 'iam:PassedToService': host } } } : {}),
  };
}

/** The caller as the Principal of a statement, with what else narrows it down to the caller; undefined where it cannot be named. */
export function callerElements(denialCase: DenialCase): Statement | undefined {
  const { principal, arn } = namedCaller(denialCase);
  switch (principal.type) {
    case 'user':
    case 'root':
    case 'federated-user':
      return { Principal: { AWS: principal.arn } };
    case 'role':
    case 'session':
      return isPermissionSet(arn) && !callerArnIsKnown(denialCase)
        ? permissionSetElements(arn ?? '')
        : { Principal: { AWS: arn } };
    case 'service':
      return { Principal: { Service: principal.name } };
    case 'federated':
      return federatedElements(denialCase, principal.name);
    case 'anonymous':
      return undefined;
  }
}

/** The role's path holds a region, except in us-east-1, and the session does not show it. https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
function permissionSetElements(arn: string): Statement {
  const parts = parseArn(arn);
  const account = `arn:${parts?.partition}:iam::${parts?.account}`;
  const name = nameWithoutPath(arn);
  return {
    Principal: { AWS: `${account}:root` },
    Condition: { ArnLike: { 'aws:PrincipalArn': permissionSetPattern(`${account}:role/`, name) } },
  };
}

/** Trust in a provider without a subject would let in everybody whom it knows. */
function federatedElements(denialCase: DenialCase, provider: string): Statement | undefined {
  const issuer = issuerOfProvider(provider) ?? provider;
  const keys = ['aud', 'sub'].map(
    (claim) => [`${issuer}:${claim}`, denialCase.request?.context.get(`${issuer}:${claim}`)] as const,
  );
  const known = keys.flatMap(([key, value]) => (value?.status === 'known' ? [[key, value.values[0] ?? '']] : []));
  if (known.length < keys.length) return undefined;
  return { Principal: { Federated: provider }, Condition: { StringEquals: Object.fromEntries(known) } };
}

/** The smallest Allow of the request in a policy of the resource. */
export function smallestGrant(denialCase: DenialCase, resource: string | undefined): Statement | undefined {
  const caller = callerElements(denialCase);
  if (caller === undefined || denialCase.request === null) return undefined;
  const { Principal, ...rest } = caller;
  return {
    Effect: 'Allow',
    Principal,
    Action: denialCase.request.action,
    ...(resource === undefined ? {} : { Resource: resource }),
    ...rest,
  };
}
