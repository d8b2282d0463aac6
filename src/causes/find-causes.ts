import { ASPECTS, type Aspect } from '../model/aspect.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { FoundCause } from './cause.ts';
import { firstToExplain, type OnAsked, type Won, winnersOf } from './contest.ts';
import { orderCauses } from './order-causes.ts';
import { BLOCKER_CONTESTS, CASE_CONTESTS } from './registry.ts';

type Keyless = Omit<FoundCause, 'key'>;

/**
 * Why the request was denied: for each blocker the first cause of its layer that explains it, and the winners of the contests about what
 * is wrong beyond the policies. AWS's layer comes first, then explicit denies, then the order of the steps. Keys are unique.
 */
export function findCauses(denialCase: DenialCase, onAsked?: OnAsked): readonly FoundCause[] {
  const { blockers } = denialCase;
  const beyond = ASPECTS.flatMap((aspect) =>
    CASE_CONTESTS[aspect]
      .flatMap((contest) => winnersOf(contest, denialCase, onAsked))
      .map((won) => ofCase(won, won.aspect ?? aspect, blockers)),
  );
  const causes = [
    ...beyond,
    ...blockers.flatMap((blocker) => {
      const won = firstToExplain(BLOCKER_CONTESTS[blocker.layer], blocker, denialCase, onAsked);
      return won === undefined ? [] : [ofBlocker(won, blocker)];
    }),
  ];
  return withKeys(orderCauses(causes, denialCase));
}

function ofBlocker({ id, layer, finding }: Won, blocker: Blocker): Keyless {
  return { ...finding, id, layer, certainty: finding.certainty ?? blocker.certainty, blocker, aspect: null };
}

/** A cause beyond the policies that is counted for a layer is certain only where AWS says so or the layer blocks; otherwise it is likely. */
function ofCase({ id, layer, finding }: Won, aspect: Aspect, blockers: readonly Blocker[]): Keyless {
  const certainty = finding.certainty ?? 'evaluated';
  const isProven = layer === null || certainty !== 'evaluated' || blockers.some((blocker) => blocker.layer === layer);
  return { ...finding, id, layer, certainty: isProven ? certainty : 'likely', blocker: null, aspect };
}

/** The id, with a number from its second cause on. */
function withKeys(causes: readonly Keyless[]): readonly FoundCause[] {
  const seen = new Map<string, number>();
  return causes.map((cause) => {
    const count = (seen.get(cause.id) ?? 0) + 1;
    seen.set(cause.id, count);
    return { ...cause, key: count === 1 ? cause.id : `${cause.id}#${count}` };
  });
}
