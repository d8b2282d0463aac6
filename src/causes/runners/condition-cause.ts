import type { ConditionMiss } from '../../evidence/near-miss/condition-miss.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import type { StatementMiss } from '../../evidence/near-miss/statement-miss.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';

/** What a cause about a trust policy's conditions gets to see. `condition` is the one of its keys that comes nearest to holding. */
interface UnmetCondition {
  readonly miss: StatementMiss;
  readonly condition: ConditionMiss;
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
  /** Further things that must hold. */
  readonly when?: (unmet: UnmetCondition) => boolean;
  readonly summary: (unmet: UnmetCondition) => string;
  /** Why it does not hold, where that is more than how two values differ. */
  readonly because?: (unmet: UnmetCondition) => string | undefined;
  /** The general ones for a condition unless given. */
  readonly remedies?: (unmet: UnmetCondition) => readonly Remedy[] | undefined;
}

/** A check for conditions of a trust policy. Where other keys fail as well, the general cause names them all. */
export function conditionCause<const Id extends string>(cause: ConditionCause<Id>): BlockerCause & { readonly id: Id } {
  const { id, keys, when = () => true, summary, because = () => undefined, remedies = () => undefined } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(blocker, denialCase) {
      const miss = nearestMiss(blocker, denialCase);
      const [condition] = miss?.conditions ?? [];
      if (miss === undefined || condition === undefined) return undefined;
      if (!miss.conditions.every((each) => keys.test(each.condition.key.toLowerCase()))) return undefined;
      const wanted = condition.values.map(({ value }) => value);
      const place = placeOfStatement(denialCase, miss.statement);
      const unmet = { miss, condition, denialCase, blocker, place, wanted };
      if (!when(unmet)) return undefined;
      const special = remedies(unmet);
      return conditionFinding(miss, blocker, denialCase, {
        summary: summary(unmet),
        difference: because(unmet),
        ...(special === undefined ? {} : { remedies: special }),
      });
    },
  };
}

/** `a`, `a or b`, `a, b or 3 more`: the values that a policy wants. */
export function listed(values: readonly string[]): string {
  const shown = values.length > 3 ? [...values.slice(0, 2), `${values.length - 2} more`] : values;
  const last = shown.at(-1) ?? 'nothing';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`;
}

/** `"a"` where the request is known to have it; `no …` or `not known` in words. */
export function sent({ condition: { request } }: ConditionMiss): string | undefined {
  return request.status === 'known' ? request.values.join(', ') : undefined;
}
