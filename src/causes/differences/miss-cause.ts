import type { DifferenceKind } from '../../evidence/near-miss/difference.ts';
import type { NearMiss, StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';

/** A kind of near miss that is worth a name and an explanation of its own, in whichever layer it happens. */
export interface MissCause<Id extends string> {
  readonly id: Id;
  readonly kind: DifferenceKind;
  /** Only for misses of these elements; of any unless given. */
  readonly elements?: readonly NearMiss['element'][];
  /** What helps better than a value beside the one that is there; undefined where nothing does. */
  readonly remedies?: (miss: StatementNearMiss, layer: Layer, denialCase: DenialCase) => readonly Remedy[] | undefined;
  /** True where no value beside the one that is there would help: only a statement of its own does. */
  readonly ownStatement?: true;
}

/** Keeps the id a literal type. */
export function defineMiss<const Id extends string>(cause: MissCause<Id>): MissCause<Id> {
  return cause;
}
