import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { isUniqueId } from '../../evidence/near-miss/compare-principals.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
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
    if (miss === undefined || miss.nearMiss.element !== 'principal' || !isUniqueId(miss.nearMiss.policySays))
      return undefined;
    const dead = isDeadId(miss.nearMiss.policySays, denialCase);
    const kind = miss.nearMiss.policySays.startsWith('AROA') ? 'role' : 'user';
    const place = placeOfStatement(denialCase, miss.statement);
    return {
      summary: `${place} names ${miss.nearMiss.policySays}, the unique id of a ${kind} that ${dead ? 'does not exist any more' : 'AWS could not show by its ARN'}; ${callerWords(denialCase.facts.principal)} is not trusted`,
      evidence: [
        missEvidence(miss, denialCase),
        ...absence(miss.nearMiss.policySays, denialCase),
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
