import { withBlockers } from '../../src/evidence/blockers/find-blockers.ts';
import type { DenialCase, EvaluatedCase } from '../../src/model/denial-case.ts';
import { factsOf } from './facts-of.ts';

/** A case of which nothing is known but what is given, with what blocks it. */
export function caseOf(parts: Partial<EvaluatedCase>): DenialCase {
  return withBlockers({
    denial: null,
    text: '',
    facts: factsOf({}),
    request: null,
    verdict: null,
    assumptions: [],
    token: null,
    environment: { variables: {} },
    now: new Date('2026-11-24T12:00:00Z'),
    relatedTo: null,
    ...parts,
  });
}
