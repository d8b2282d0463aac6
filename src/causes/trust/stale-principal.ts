import type { Case } from '../../model/case.ts';
import { defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { isUniqueId } from '../../evidence/near-miss/compare-principals.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { isDeadId, replaceDeadId } from '../../grants/dead-principal.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
export const stalePrincipal = defineCheck({
  on: 'blockage',
  layer: 'trust',
  kind: 'missing-allow',
  id: 'trust.stale-principal',
  doc: {
    what: 'The trust policy names a principal that was deleted: AWS shows its unique id (AROA… or AIDA…) where its ARN stood.',
    why: 'AWS stores the principal of a trust policy as its unique id. A role or user that is deleted and created again under the same name has another id, and the policy does not trust it any more.',
    fix: 'The owner of the role puts the ARN of the principal in the place of the id; AWS then stores the new id. Every other id of a deleted principal has to go as well: AWS refuses to save a policy that has one.',
  },
  explain(blockage, subject) {
    const miss = nearestMiss(blockage, subject);
    if (miss === undefined || miss.nearMiss.element !== 'principal' || !isUniqueId(miss.nearMiss.policySays))
      return undefined;
    const dead = isDeadId(miss.nearMiss.policySays, subject);
    const kind = miss.nearMiss.policySays.startsWith('AROA') ? 'role' : 'user';
    const place = placeOfStatement(subject, miss.statement);
    return {
      summary: `${place} names ${miss.nearMiss.policySays}, the unique id of a ${kind} that ${dead ? 'does not exist any more' : 'AWS could not show by its ARN'}; ${callerWords(subject.facts.principal)} is not trusted`,
      evidence: [
        missEvidence(miss, subject),
        ...absence(miss.nearMiss.policySays, subject),
        ...quoted(blockage, subject),
      ],
      remedies: replaceDeadId(miss, 'trust', subject) ?? allowRemedies(blockage, subject),
    };
  },
});

function absence(id: string, { facts }: Case) {
  const fact = facts.uniqueIds[id];
  return fact?.status === 'absent' ? [{ kind: 'absent', call: fact.call, on: id } as const] : [];
}
