import { layerVerdict } from '../evidence/blockers/verdict-layers.ts';
import { ASPECTS, type Aspect } from '../model/aspect.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { FoundCause } from './cause.ts';
import { firstToExplain, type OnAsked, type Won, winnersOf } from './contest.ts';
import { withoutIdleCauses } from './likely-causes.ts';
import { orderCauses } from './order-causes.ts';
import { BLOCKER_CONTESTS, CASE_CONTESTS } from './registry.ts';

type Keyless = Omit<FoundCause, 'key'>;

/**
 * Why the request was denied: for each blocker the first cause of its layer that explains it, and the winners of the contests about what
 * is wrong beyond the policies, but for likely causes that change nothing beside a certain one. AWS's layer comes first, then explicit denies, then the order of the steps. Keys are unique.
 */
export function findCauses(denialCase: DenialCase, onAsked?: OnAsked): readonly FoundCause[] {
  const { blockers } = denialCase;
  const beyond = ASPECTS.flatMap((aspect) =>
    CASE_CONTESTS[aspect]
      .flatMap((contest) => winnersOf(contest, denialCase, onAsked))
      .map((won) => ofCase(won, won.aspect ?? aspect, denialCase)),
  );
  const causes = [
    ...beyond,
    ...blockers.flatMap((blocker) => {
      const won = firstToExplain(BLOCKER_CONTESTS[blocker.layer], blocker, denialCase, onAsked);
      return won === undefined ? [] : [ofBlocker(won, blocker)];
    }),
  ];
  return withKeys(orderCauses(withoutIdleCauses(causes, denialCase), denialCase));
}

function ofBlocker({ id, layer, finding }: Won, blocker: Blocker): Keyless {
  return { ...finding, id, layer, certainty: finding.certainty ?? blocker.certainty, blocker, aspect: null };
}

/**
 * A cause beyond the policies that is counted for a layer is certain only where AWS says so or the layer blocks; otherwise it is likely, and
 * about no layer where the layer lets the request through.
 */
function ofCase({ id, layer, finding }: Won, aspect: Aspect, denialCase: DenialCase): Keyless {
  const certainty = finding.certainty ?? 'evaluated';
  const isProven =
    layer === null || certainty !== 'evaluated' || denialCase.blockers.some((one) => one.layer === layer);
  const base = { ...finding, id, blocker: null, aspect };
  const isSaid = certainty === 'aws' || (certainty === 'evaluated' && isProven);
  const isObstacle = layer === null || isSaid || mayBlock(layer, denialCase);
  return { ...base, layer: isObstacle ? layer : null, certainty: isProven ? certainty : 'likely' };
}

/** False where the layer is known to let the request through. */
function mayBlock(layer: Layer, { verdict, blockers }: DenialCase): boolean {
  if (verdict === null || blockers.some((blocker) => blocker.layer === layer)) return true;
  return verdict.suspects.includes(layer) || layerVerdict(verdict, layer).deny === 'unknown';
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
