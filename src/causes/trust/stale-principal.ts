import { quoted } from '../../evidence/allow-evidence.ts';
import { isUniqueId } from '../../evidence/near-miss/compare-principals.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { isDeadId, replaceDeadId } from '../../grants/dead-principal.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { blockerCause } from '../cause.ts';

export const stalePrincipal = blockerCause({
  kind: 'missing-allow',
  id: 'trust.stale-principal',
  explain(blocker, denialCase) {
    const miss = nearestMiss(blocker, denialCase);
    if (miss === undefined || miss.element !== 'principal' || !isUniqueId(miss.policySays)) return undefined;
    const dead = isDeadId(miss.policySays, denialCase);
    const kind = miss.policySays.startsWith('AROA') ? 'role' : 'user';
    const place = placeOfStatement(denialCase, miss.statement);
    return {
      summary: `${place} names ${miss.policySays}, the unique id of a ${kind} that ${dead ? 'does not exist any more' : 'AWS could not show by its ARN'}; ${callerWords(denialCase.facts.principal)} is not trusted`,
      evidence: [
        nearMissEvidence(miss, denialCase),
        ...absence(miss.policySays, denialCase),
        ...quoted(blocker, denialCase),
      ],
      remedies: replaceDeadId(miss, 'trust', denialCase) ?? allowRemedies(blocker, denialCase),
    };
  },
});

function absence(id: string, { facts }: DenialCase) {
  const fact = facts.uniqueIds[id];
  return fact?.status === 'absent' ? [{ kind: 'absent', call: fact.call, on: id } as const] : [];
}
