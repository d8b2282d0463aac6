import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import { type StatementMiss, statementMiss } from './statement-miss.ts';

const cache = new WeakMap<Blocker, readonly StatementMiss[]>();

/**
 * The statements of a layer (of SCPs: of a level) that would have allowed the request but for one element, the most telling first.
 * Those of which only something is unknown count where AWS says that nothing allowed it, or where nothing else is found.
 */
export function nearMisses(blocker: Blocker, denialCase: DenialCase): readonly StatementMiss[] {
  const known = cache.get(blocker);
  if (known !== undefined) return known;
  const misses = allowsOf(blocker, denialCase)
    .flatMap((statement) => statementMiss(statement, denialCase) ?? [])
    .toSorted((left, right) => left.distance - right.distance);
  cache.set(blocker, misses);
  return misses;
}

/** The Allow statements that could have let the request through. */
export function allowsOf({ layer, level }: Blocker, denialCase: DenialCase): readonly StatementFinding[] {
  if (denialCase.verdict === null) return [];
  return layerVerdict(denialCase.verdict, layer).statements.filter(
    (statement) => statement.effect === 'Allow' && (level === null || statement.level === level),
  );
}

/** The most telling near miss of a missing Allow. */
export function nearestMiss(blocker: Blocker, denialCase: DenialCase): StatementMiss | undefined {
  return blocker.kind === 'missing-allow' ? nearMisses(blocker, denialCase)[0] : undefined;
}
