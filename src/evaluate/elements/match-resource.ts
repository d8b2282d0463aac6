import { type Gap, notGiven, unsupported } from '../../model/gap.ts';
import type { RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';
import type { Located } from '../../policy/policy-document.ts';
import { type Expansion, expandLocated } from '../variables/expand-variables.ts';
import { matchUnnamed } from './match-unnamed.ts';
import { compileResource, matchArn, type RequestedArn, type ResourcePattern } from './resource-pattern.ts';

/**
 * What the request is about. `arn`: one resource. `none`: `*`, no single resource; `certain` is false where the action is
 * documented to work on some. `unnamed`: one of a kind, whose name is left open. `not-given`: neither the denial nor the user names it.
 */
export type RequestedResource =
  | { readonly kind: 'arn'; readonly arn: RequestedArn; readonly wildcardOnly: boolean }
  | { readonly kind: 'none'; readonly certain: boolean }
  | { readonly kind: 'unnamed'; readonly arn: RequestedArn; readonly gap?: Gap }
  | { readonly kind: 'not-given' };

/** An entry of Resource or NotResource. */
export interface ResourceEntry {
  readonly located: Located;
  readonly variables: Tri;
  /** Compiled already, where it is the same for every request. */
  readonly fixed: ResourcePattern | null;
  /** A variable before the fifth colon, where AWS allows none. */
  readonly earlyVariable: boolean;
}

/**
 * `void`: the entry covers nothing, and a variable in it has no value, or may have none: then AWS does not say what a NotResource leaves
 * out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export type ResourceMatch = Tri | 'void';

const NO_CONTEXT: RequestContext = { get: () => ({ status: 'missing' }), entries: () => [] };

/** Reads an entry once, also its pattern where no variable makes it depend on the request. `variables`: does the policy version have them? */
export function compileResourceEntry(located: Located, variables: Tri): ResourceEntry {
  const templated = variables !== 'no' && located.value.includes('${');
  return {
    located,
    variables,
    fixed: templated ? null : compileResource(patternOf(expandLocated(located, variables, NO_CONTEXT))),
    earlyVariable: templated && located.value.slice(0, located.value.indexOf('${')).split(':').length < 6,
  };
}

/** Does an entry cover what the request is about? */
export function matchResource(
  entry: ResourceEntry,
  requested: RequestedResource,
  context: RequestContext,
): ResourceMatch {
  if (entry.fixed !== null) return covers(entry.fixed, requested);
  const expansion = expandLocated(entry.located, entry.variables, context);
  if (expansion.status === 'missing') return 'void';
  const found = covers(compileResource(patternOf(expansion)), requested);
  if (expansion.status === 'unknown') return found === 'no' ? 'void' : 'unknown';
  return found === 'yes' && entry.earlyVariable ? 'unknown' : found;
}

function patternOf(expansion: Expansion) {
  if (expansion.status === 'missing') return { head: '', tail: [] };
  return expansion.status === 'known' ? expansion.pattern : expansion.widest;
}

function covers(pattern: ResourcePattern, requested: RequestedResource): Tri {
  if (pattern.everything) return 'yes';
  switch (requested.kind) {
    case 'arn': {
      const found = matchArn(pattern, requested.arn);
      // An action without resource types is granted and denied by "*" only; where AWS names a resource all the same, who knows.
      return found === 'yes' && requested.wildcardOnly ? 'unknown' : found;
    }
    case 'none':
      return requested.certain ? 'no' : 'unknown';
    case 'unnamed':
      return matchUnnamed(pattern, requested.arn);
    case 'not-given':
      return 'unknown';
  }
}

/** Why it is not known whether an entry covers the resource. */
export function resourceGap(entry: ResourceEntry, requested: RequestedResource, context: RequestContext): Gap {
  const expansion = expandLocated(entry.located, entry.variables, context);
  if (expansion.status === 'unknown') return expansion.gap;
  if (expansion.status === 'missing')
    return unsupported(`NotResource ${entry.located.value}, whose variable has no value`);
  if (requested.kind === 'unnamed' && requested.gap !== undefined) return requested.gap;
  if (requested.kind !== 'arn') return notGiven({ what: 'which resource the request is about', toPass: 'resource' });
  return unsupported(`what the Resource ${entry.located.value} covers`);
}
