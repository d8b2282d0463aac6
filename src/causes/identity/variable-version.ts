import { quoted } from '../../evidence/allow-evidence.ts';
import { decideWith } from '../../evidence/blockers/decide-with.ts';
import { nearMisses } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, type StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { policyOf } from '../../evidence/policy-lookup.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { blockerCause } from '../cause.ts';

export const variableVersion = blockerCause({
  kind: 'missing-allow',
  id: 'identity.variable-version',
  explain(blocker, denialCase) {
    const miss = nearMisses(blocker, denialCase).find(
      ({ policySays, document }) => policySays.includes('${') && readPolicy(document).variables === 'no',
    );
    if (miss === undefined || !wouldAllow(miss, denialCase)) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} would allow it with the variable in ${miss.policySays}, but variables work in Version 2012-10-17 only, and this policy has ${versionWords(miss)}`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: [setVersion(miss, denialCase)],
    };
  },
});

const VERSION = '2012-10-17';

function wouldAllow({ statement, document }: StatementNearMiss, denialCase: DenialCase): boolean {
  const policy = policyOf(denialCase, statement);
  if (policy === undefined || typeof document !== 'object' || document === null) return false;
  return decideWith(denialCase, 'identity', policy, { ...document, Version: VERSION })?.allow === 'yes';
}

function versionWords({ document }: StatementNearMiss): string {
  const version = getPointer(document, '/Version');
  return version === undefined ? 'no Version' : String(version);
}

/** As plain text the variable matches nothing that exists. */
function setVersion({ statement, document }: StatementNearMiss, denialCase: DenialCase): Remedy {
  const { policy } = statement;
  const who = ownerOf('identity', denialCase, policy);
  const base = { policy, pointer: '/Version', who };
  if (getPointer(document, '/Version') === undefined) return { ...base, kind: 'add-value', value: VERSION };
  return { ...base, kind: 'replace', value: VERSION, why: 'policy variables work in this version only' };
}
