import { unsupported } from '../../model/gap.ts';
import { remembering } from '../../model/remembering.ts';
import { hasVariables } from '../variables/template.ts';
import type { CompileValue } from './outcome.ts';

/**
 * A text as what an operator compares. `unclear`: AWS may read it in a way that it does not document; `none`: nobody can take
 * it for such a thing.
 */
export type Reading<T> = { readonly value: T } | 'unclear' | 'none';

/** What an operator compares, and how it reads it. */
export interface Comparison<Policy, Request> {
  /** "a number" */
  readonly what: string;
  readonly readPolicy: (text: string) => Reading<Policy>;
  readonly readRequest: (text: string) => Reading<Request>;
  readonly covers: (policy: Policy, request: Request) => boolean;
}

/**
 * An operator that takes no policy variables. AWS does not say what it does with a value that it cannot read, nor with a variable here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-conditionelement
 */
export function readAndCompare<Policy, Request>(comparison: Comparison<Policy, Request>): CompileValue {
  const { what, readPolicy, covers } = comparison;
  // One address or time of the request is compared by many statements.
  const readRequest = remembering(100, comparison.readRequest);
  return (text, variables) => {
    if (variables !== 'no' && hasVariables(text)) {
      const doubt = { mayMatch: true, gap: unsupported(`the policy variable in ${text}, which stands for ${what}`) };
      return () => doubt;
    }
    const wanted = readPolicy(text);
    return (requested) => {
      const found = readRequest(requested);
      if (typeof wanted === 'object' && typeof found === 'object')
        return covers(wanted.value, found.value) ? 'yes' : 'no';
      return {
        mayMatch: wanted !== 'none' && found !== 'none',
        gap: unsupported(`how AWS reads "${typeof wanted === 'object' ? requested : text}" as ${what}`),
      };
    };
  };
}
