import { defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { missSummary } from '../../evidence/near-miss/miss-summary.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
export const action = defineCheck({
  on: 'blockage',
  layer: 'trust',
  kind: 'missing-allow',
  id: 'trust.action',
  doc: {
    what: 'The trust policy trusts the caller with another action than the one that was called.',
    why: 'sts:AssumeRole, sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are three different actions, and each kind of caller has its own. A misspelt action is saved without a complaint and never matches.',
    fix: 'The owner of the role adds the action that was called to the statement; or call the API that the statement allows.',
  },
  explain(blockage, subject) {
    const miss = nearestMiss(blockage, subject);
    if (miss?.nearMiss.element !== 'action') return undefined;
    return {
      summary: missSummary(miss, subject),
      evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
      remedies: missRemedies(miss, blockage, subject),
    };
  },
});
