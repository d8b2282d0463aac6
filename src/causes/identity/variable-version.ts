import type { Case } from '../../model/case.ts';
import type { Remedy } from '../../model/remedy.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { decideWith } from '../../evidence/blockers/decide-with.ts';
import { defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearMisses } from '../../evidence/near-miss/nearest-miss.ts';
import type { StatementMiss } from '../../evidence/near-miss/statement-miss.ts';
import { policyOf } from '../../evidence/policy-lookup.ts';
import { ownerOf } from '../../grants/owners.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const variableVersion = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'identity.variable-version',
  doc: {
    what: 'A policy of the caller uses policy variables such as ${aws:username}, but does not have the Version in which they work.',
    why: 'Variables work in version 2012-10-17 only. In 2008-10-17, which is also what counts where Version is left out, ${…} is plain text that no request has.',
    fix: 'Set "Version": "2012-10-17" in the policy.',
  },
  explain(blockage, subject) {
    const miss = nearMisses(blockage, subject).find(
      ({ nearMiss, document }) => nearMiss.policySays.includes('${') && readPolicy(document).variables === 'no',
    );
    if (miss === undefined || !wouldAllow(miss, subject)) return undefined;
    return {
      summary: `${placeOfStatement(subject, miss.statement)} would allow it with the variable in ${miss.nearMiss.policySays}, but variables work in Version 2012-10-17 only, and this policy has ${versionWords(miss)}`,
      evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
      remedies: [setVersion(miss, subject)],
    };
  },
});

const VERSION = '2012-10-17';

function wouldAllow({ statement, document }: StatementMiss, subject: Case): boolean {
  const policy = policyOf(subject, statement);
  if (policy === undefined || typeof document !== 'object' || document === null) return false;
  return decideWith(subject, 'identity', policy, { ...document, Version: VERSION })?.allow === 'yes';
}

function versionWords({ document }: StatementMiss): string {
  const version = getPointer(document, '/Version');
  return version === undefined ? 'no Version' : String(version);
}

/** As plain text the variable matches nothing that exists. */
function setVersion({ statement, document }: StatementMiss, subject: Case): Remedy {
  const { policy } = statement;
  const who = ownerOf('identity', subject, policy);
  const base = { policy, pointer: '/Version', who };
  if (getPointer(document, '/Version') === undefined) return { ...base, kind: 'add-value', value: VERSION };
  return { ...base, kind: 'replace', value: VERSION, why: 'policy variables work in this version only' };
}
