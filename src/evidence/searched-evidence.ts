import type { SearchedEvidence, StatementEvidence } from '../model/evidence.ts';
import type { LayerVerdict } from '../model/verdict.ts';

/** Where no statement was found: how many statements of a layer could have allowed it, and the one that comes nearest. */
export function searchedEvidence(
  where: string,
  statements: number,
  nearest: StatementEvidence | null = null,
): SearchedEvidence {
  return { kind: 'searched', where, statements, nearest };
}

/** How many statements of a layer could have allowed something. */
export function allowsIn({ statements }: LayerVerdict): number {
  return statements.filter(({ effect }) => effect === 'Allow').length;
}
