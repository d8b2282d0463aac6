import type { Gap } from '../../model/gap.ts';
import type { RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';

/**
 * Does one value of the policy cover one value of the request? A doubt that may not match is no match in any reading of what
 * AWS leaves open: a positive operator is false then, while the answer of a negated one stays open.
 */
export type Outcome = 'yes' | 'no' | Doubt;

/** Something that AWS does not document, or that we do not know. */
interface Doubt {
  readonly mayMatch: boolean;
  readonly gap: Gap;
}

/** One value of a policy, ready to be compared with a value of the request. */
export type ValueTest = (requested: string, context: RequestContext) => Outcome;

/** Compiles one value of a policy. `variables`: do policy variables work in it? */
export type CompileValue = (text: string, variables: Tri) => ValueTest;

/** An outcome that is certain. */
export function certain(matches: boolean): 'yes' | 'no' {
  return matches ? 'yes' : 'no';
}
