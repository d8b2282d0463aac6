import { parseArn } from '../model/arn.ts';
import type { Gap } from '../model/gap.ts';
import type { RequestPolicies } from '../model/policy.ts';
import type { AccessRequest } from '../model/request.ts';
import type { Tri } from '../model/tri.ts';
import { isUnnamed } from '../model/unnamed-resource.ts';
import { actionFacts } from '../reference/service-facts.ts';
import { type Caller, callerOf } from './elements/caller.ts';
import type { AskedResource } from './elements/match-resource.ts';
import { ARN_PARTS, type RequestedArn } from './elements/resource-pattern.ts';

/** A request, made ready once for all statements that it is matched with. */
export interface Asked {
  readonly request: AccessRequest;
  /** Lower case. */
  readonly action: string;
  readonly resource: AskedResource;
  readonly caller: Caller;
  /** A permissions boundary on the caller makes every Deny with NotPrincipal match. */
  readonly hasBoundary: Tri;
  /** Why it is not known whether there is a boundary. */
  readonly boundaryGap: Gap | null;
}

/** What the statements are asked: the request with what is told from it once, and whether a boundary limits the caller. */
export function askedOf(request: AccessRequest, policies: Pick<RequestPolicies, 'boundary'>): Asked {
  const { boundary } = policies;
  return {
    request,
    action: request.action.toLowerCase(),
    resource: askedResource(request),
    caller: callerOf(request),
    hasBoundary: boundary.status === 'known' ? 'yes' : boundary.status === 'absent' ? 'no' : 'unknown',
    boundaryGap: boundary.status === 'unreadable' ? boundary.gap : null,
  };
}

/**
 * ListAllMyBuckets has no resource types, and AWS's own example allows it on `arn:aws:s3:::*`: all buckets are what it is about.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
 */
function askedResource({ action, resource, principal }: AccessRequest): AskedResource {
  if (resource === null) return { kind: 'untold' };
  if (/^s3:listallmybuckets$/i.test(action)) return askedArn(`arn:${principal.partition ?? 'aws'}:s3:::*`, false);
  const alone = isWildcardOnly(action);
  if (resource === '*') return { kind: 'none', certain: alone !== false };
  if (parseArn(resource) === undefined) return { kind: 'untold' };
  return isUnnamed(resource) ? { kind: 'unnamed', arn: requestedArn(resource) } : askedArn(resource, alone === true);
}

function askedArn(resource: string, wildcardOnly: boolean): AskedResource {
  return { kind: 'arn', arn: requestedArn(resource), wildcardOnly };
}

function requestedArn(resource: string): RequestedArn {
  const parts = partsOf(resource);
  const lowerParts = parts.map((part, index) => (index < ARN_PARTS - 1 ? part.toLowerCase() : part));
  return { text: resource, lowerText: resource.toLowerCase(), parts, lowerParts };
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
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
