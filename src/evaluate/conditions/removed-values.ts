import { notGiven } from '../../model/gap.ts';
import { isPartlyRemoved, mayCoverRemoved, withAnySecret } from '../patterns/removed.ts';
import type { ValueTest } from './outcome.ts';

const GAP = notGiven({ what: 'a value that looks like a secret and was removed', toPass: null });

/** The test of a value of a policy, for values too that a secret was taken out of: they match, or are not known to. */
export function acrossRemoved(policyText: string, test: ValueTest): ValueTest {
  const isRemoved = isPartlyRemoved(policyText);
  return (requested, context) => {
    if (!isRemoved && !isPartlyRemoved(requested)) return test(requested, context);
    const outcome = test(withAnySecret(requested), context);
    return outcome === 'no' ? { mayMatch: mayCoverRemoved(policyText, requested), gap: GAP } : outcome;
  };
}
