import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import type { ConditionNearMiss, StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause, WhyNot } from '../cause.ts';
import { conditionFinding } from './condition-finding.ts';

/** What a cause about a trust policy's conditions gets to see. `condition` is the one of its keys that comes nearest to holding. */
interface UnmetCondition {
  readonly miss: StatementNearMiss;
  readonly condition: ConditionNearMiss;
  readonly denialCase: DenialCase;
  readonly blocker: Blocker;
  /** `prod-deploy, trust policy, statement 0` */
  readonly place: string;
  /** The values that the policy has for the key. */
  readonly wanted: readonly string[];
}

/** A cause that the trust policy names the caller and only conditions on certain keys do not hold. */
export interface ConditionCause<Id extends string> {
  readonly id: Id;
  /** Matches condition keys in lower case. */
  readonly keys: RegExp;
  /** What else has to be true. */
  readonly when?: (unmet: UnmetCondition) => boolean;
  /** Why it is not this cause, where other keys fail or `when` is false: `no condition on sts:ExternalId fails`. */
  readonly whyNot: WhyNot;
  readonly summary: (unmet: UnmetCondition) => string;
  /** Why it does not hold, where that is more than how two values differ. */
  readonly because?: (unmet: UnmetCondition) => string | undefined;
  /** The general ones for a condition unless given. */
  readonly remedies?: (unmet: UnmetCondition) => readonly Remedy[] | undefined;
}

const NO_CONDITION: WhyNot = 'the statement that comes nearest does not fail in its conditions';

/** Explains conditions of a trust policy that do not hold. Where conditions on other keys fail as well, the general cause names them all. */
export function conditionCause<const Id extends string>(cause: ConditionCause<Id>): BlockerCause & { readonly id: Id } {
  const { id, keys, when = () => true, whyNot, summary, because = () => undefined, remedies = () => undefined } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      const [condition] = miss?.conditions ?? [];
      if (miss === undefined || condition === undefined) return NO_CONDITION;
      if (!miss.conditions.every((each) => keys.test(each.finding.key.toLowerCase()))) return whyNot;
      const wanted = condition.values.map(({ value }) => value);
      const place = placeOfStatement(denialCase, miss.statement);
      const unmet = { miss, condition, denialCase, blocker, place, wanted };
      if (!when(unmet)) return whyNot;
      const special = remedies(unmet);
      return conditionFinding(miss, blocker, denialCase, {
        summary: summary(unmet),
        because: because(unmet),
        ...(special === undefined ? {} : { remedies: special }),
      });
    },
  };
}
