import { isContradicted } from '../evidence/aws-words/is-contradicted.ts';
import { namedReason } from '../evidence/aws-words/stated-reason.ts';
import { roleIsMissing } from '../evidence/blockers/role-is-missing.ts';
import type { Certainty } from '../model/certainty.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { LAYERS } from '../model/layer.ts';
import type { FoundCause } from './cause.ts';

/**
 * Certain causes before likely ones. Among them, first those that no policy can change (a role that cannot be assumed, or that does not exist),
 * then the layer that AWS named, then explicit denies, then the order of the steps. Where the policies as read contradict AWS, its words name
 * a layer and explain nothing: what may explain it comes before them.
 */
export function orderCauses<C extends Omit<FoundCause, 'key'>>(
  causes: readonly C[],
  denialCase: DenialCase,
): readonly C[] {
  const named = namedReason(denialCase)?.layer;
  const isNamed = ({ blocker }: C) => blocker?.kind === 'named-by-aws';
  const isUnexplained =
    isContradicted(denialCase) &&
    causes.every((cause) => isNamed(cause) || cause.certainty === 'likely' || cause.certainty === 'unknown');
  const rank = (cause: C): readonly number[] => [
    isUnexplained && cause.blocker !== null ? 1 : 0,
    CERTAIN_FIRST[cause.certainty],
    isBeforePolicies(cause, denialCase) ? 0 : 1,
    cause.layer !== null && cause.layer === named ? 0 : 1,
    cause.blocker?.kind === 'explicit-deny' ? 0 : 1,
    placeOf(cause),
  ];
  return causes.toSorted((left, right) => compare(rank(left), rank(right)));
}

function isBeforePolicies(
  { beyondPolicies, layer, blocker }: Omit<FoundCause, 'key'>,
  denialCase: DenialCase,
): boolean {
  return (
    beyondPolicies === true || (layer === 'trust' && blocker?.kind === 'missing-allow' && roleIsMissing(denialCase))
  );
}

const CERTAIN_FIRST = { aws: 0, evaluated: 0, likely: 1, unknown: 2 } as const satisfies Record<Certainty, number>;

/** A cause without a layer comes before the layers: first who the caller is, then the token or the role that is passed. */
function placeOf({ layer, aspect }: Omit<FoundCause, 'key'>): number {
  if (layer !== null) return LAYERS.indexOf(layer) + 2;
  return aspect === 'caller' || aspect === 'credentials' ? 0 : 1;
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < left.length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
