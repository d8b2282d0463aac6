import type { Layer } from '../../model/layer.ts';
import { not, or, type Tri } from '../../model/tri.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { matchAction } from '../elements/match-action.ts';
import { matchNotPrincipal } from '../elements/match-not-principal.ts';
import { matchPrincipal } from '../elements/match-principal.ts';
import { matchResource } from '../elements/match-resource.ts';
import type { CompiledStatement } from './compile-policy.ts';

/** Action or NotAction. A statement must have one of them. `asked` is the action of the request, in lower case. */
export function matchActions({ action }: CompiledStatement, asked: string): Tri {
  if (action === null) return 'unknown';
  let covered: Tri = action.complete ? 'no' : 'unknown';
  for (const entry of action.entries) {
    covered = or(covered, matchAction(entry, asked));
    if (covered === 'yes') break;
  }
  return action.negated ? not(covered) : covered;
}

/**
 * Resource or NotResource. An entry whose variable has no value covers nothing; of NotResource AWS does not say what it leaves out then.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
export function matchResources({ resource }: CompiledStatement, layer: Layer, compiled: CompiledRequest): Tri {
  if (resource === null) return hasNoResource(layer, compiled.action) ? 'yes' : 'unknown';
  if (layer === 'trust') return 'unknown';
  let covered: Tri = resource.complete ? 'no' : 'unknown';
  for (const entry of resource.entries) {
    const found = matchResource(entry, compiled.resource, compiled.request.context);
    if (found !== 'void') covered = or(covered, found);
    else if (resource.negated) covered = or(covered, 'unknown');
    if (covered === 'yes') break;
  }
  return resource.negated ? not(covered) : covered;
}

/**
 * A trust policy is about its role, and a repository policy about its repository: they have no Resource. Everywhere else it is required.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html
 */
function hasNoResource(layer: Layer, action: string): boolean {
  return layer === 'trust' || (layer === 'resource' && action.startsWith('ecr:'));
}

/** Principal or NotPrincipal: required in policies of resources, and in no others. */
export function matchPrincipals(
  { principal, source }: CompiledStatement,
  layer: Layer,
  compiled: CompiledRequest,
): Tri {
  if (!namesPrincipals(layer)) return principal === null ? 'yes' : 'unknown';
  if (principal === null) return 'unknown';
  if (principal.negated) {
    if (source.effect === 'Allow' || !supportsNotPrincipal(layer)) return 'unknown';
    return matchNotPrincipal(principal.entries, principal.complete, compiled.caller, compiled.hasBoundary);
  }
  let named: Tri = principal.complete ? 'no' : 'unknown';
  for (const entry of principal.entries) {
    named = or(named, matchPrincipal(entry, compiled.caller));
    if (named === 'yes') break;
  }
  return named;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function namesPrincipals(layer: Layer): boolean {
  return layer === 'trust' || layer === 'resource' || layer === 'rcp' || layer === 'endpoint';
}

/** "You cannot use the NotPrincipal element … in an IAM role trust policy": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
function supportsNotPrincipal(layer: Layer): boolean {
  return layer === 'resource' || layer === 'endpoint';
}
