import { isDecidedByTrust } from '../model/actions.ts';
import { parseArn } from '../model/arn.ts';
import type { Gap } from '../model/gap.ts';
import type { RequestPolicies } from '../model/policy.ts';
import type { AccessRequest } from '../model/request.ts';
import type { Tri } from '../model/tri.ts';
import { isUnnamed, withOpenPath } from '../model/unnamed-resource.ts';
import { actionFacts } from '../reference/service-facts.ts';
import { type Caller, callerOf } from './elements/caller.ts';
import type { RequestedResource } from './elements/match-resource.ts';
import type { RequestedArn } from './elements/resource-pattern.ts';
import { isPartlyRemoved } from './patterns/removed.ts';

/** A request, prepared once and then matched with every statement. */
export interface CompiledRequest {
  readonly request: AccessRequest;
  /** Lower case. */
  readonly action: string;
  readonly resource: RequestedResource;
  /** What the resource's own policy is called. */
  readonly resourceLayer: 'resource' | 'trust';
  readonly caller: Caller;
  /** A permissions boundary on the caller makes every Deny with NotPrincipal match. */
  readonly hasBoundary: Tri;
  /** Why it is not known whether there is a boundary. */
  readonly boundaryGap: Gap | null;
}

/** Prepares a request for `matchStatement`. Of the policies only the boundary counts: whether there is one changes how NotPrincipal matches. */
export function compileRequest(request: AccessRequest, policies: Pick<RequestPolicies, 'boundary'>): CompiledRequest {
  const { boundary } = policies;
  return {
    request,
    action: request.action.toLowerCase(),
    resource: requestedResource(request),
    resourceLayer: isDecidedByTrust(request.action, request.resource) ? 'trust' : 'resource',
    caller: callerOf(request),
    hasBoundary: boundary.status === 'known' ? 'yes' : boundary.status === 'absent' ? 'no' : 'unknown',
    boundaryGap: boundary.status === 'unreadable' ? boundary.gap : null,
  };
}

/**
 * ListAllMyBuckets has no resource types, and AWS's own example allows it on `arn:aws:s3:::*`: it is about all buckets.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
 */
function requestedResource({ action, resource, pathGap, principal }: AccessRequest): RequestedResource {
  if (resource === null) return { kind: 'not-given' };
  if (pathGap !== undefined) return { kind: 'unnamed', arn: requestedArn(withOpenPath(resource)), gap: pathGap };
  if (action.toLowerCase() === 's3:listallmybuckets')
    return namedResource(`arn:${principal.partition ?? 'aws'}:s3:::*`, false);
  const alone = isWildcardOnly(action);
  if (resource === '*') return { kind: 'none', certain: alone !== false };
  if (parseArn(resource) === undefined) return { kind: 'not-given' };
  return isUnnamed(resource)
    ? { kind: 'unnamed', arn: requestedArn(resource) }
    : namedResource(resource, alone === true);
}

function namedResource(resource: string, wildcardOnly: boolean): RequestedResource {
  return { kind: 'arn', arn: requestedArn(resource), wildcardOnly };
}

function requestedArn(resource: string): RequestedArn {
  const arn = parseArn(resource);
  const parts = arn ? ['arn', arn.partition, arn.service, arn.region, arn.account, arn.resource] : [resource];
  return { text: resource, lowerText: resource.toLowerCase(), parts, partlyRemoved: isPartlyRemoved(resource) };
}

/** Bounded by the actions that exist. */
const wildcardOnly = new Map<string, boolean>();

/** Has the action no resource types? Undefined where it is not known. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
function isWildcardOnly(action: string): boolean | undefined {
  const known = wildcardOnly.get(action);
  if (known !== undefined) return known;
  const facts = actionFacts(action);
  if (facts?.name === action) wildcardOnly.set(action, facts.wildcardOnly);
  return facts?.wildcardOnly;
}
