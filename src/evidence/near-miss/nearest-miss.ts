import type { Case } from '../../model/case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { layerVerdict } from '../blockers/verdict-layers.ts';
import type { Blockage } from '../../causes/cause.ts';
import { type StatementMiss, statementMiss } from './statement-miss.ts';

const cache = new WeakMap<Blockage, readonly StatementMiss[]>();

/**
 * The statements of a layer (of SCPs: of a level) that would have allowed the request but for one element, the most telling first.
 * Those of which only something is unknown count where AWS says that nothing allowed it, or where nothing else is found.
 */
export function nearMisses(blockage: Blockage, subject: Case): readonly StatementMiss[] {
  const known = cache.get(blockage);
  if (known !== undefined) return known;
  const misses = allowsOf(blockage, subject)
    .flatMap((statement) => statementMiss(statement, subject) ?? [])
    .toSorted((left, right) => left.distance - right.distance);
  cache.set(blockage, misses);
  return misses;
}

/** The Allow statements that could have let the request through. */
export function allowsOf({ layer, level }: Blockage, subject: Case): readonly StatementFinding[] {
  if (subject.verdict === null) return [];
  return layerVerdict(subject.verdict, layer).statements.filter(
    (statement) => statement.effect === 'Allow' && (level === null || statement.level === level),
  );
}

/** The most telling near miss of a missing Allow. */
export function nearestMiss(blockage: Blockage, subject: Case): StatementMiss | undefined {
  return blockage.kind === 'missing-allow' ? nearMisses(blockage, subject)[0] : undefined;
}
