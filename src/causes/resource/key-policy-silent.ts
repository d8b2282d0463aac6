import { parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import { shortName } from '../../model/short-name.ts';
import { type Blockage, defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { callerWords } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam */
export const keyPolicySilent = defineCheck({
  on: 'blockage',
  layer: 'resource',
  kind: 'missing-allow',
  id: 'resource.key-policy-silent',
  doc: {
    what: 'The key policy neither names the caller nor hands the decision over to the policies of the account: then no IAM policy can give access to the key.',
    why: 'A KMS key is not like other resources: without a statement for arn:aws:iam::<account>:root in the key policy, Allow statements of users and roles count for nothing.',
    fix: 'The owner of the key adds the caller to the key policy, or the statement for the account, which lets IAM policies decide.',
  },
  explain(blockage, subject) {
    const resource = subject.request?.resource ?? null;
    if (resource === null) return undefined;
    if (parseArn(resource)?.service !== 'kms' || nearestMiss(blockage, subject) !== undefined) return undefined;
    if (delegates(blockage, subject)) return undefined;
    return {
      summary: `The key policy of ${shortName(resource)} names neither ${callerWords(subject.facts.principal)} nor the account: no IAM policy counts for this key`,
      evidence: allowEvidence(blockage, subject),
      remedies: allowRemedies(blockage, subject),
    };
  },
});

/** Does some statement hand a part of the decision over to the caller's account? */
function delegates(blockage: Blockage, subject: Case): boolean {
  const account = subject.facts.principal?.account ?? '';
  return allowsOf(blockage, subject).some((statement) =>
    principalsOf(documentOf(subject, statement), statement).some(
      ({ value }) => value === '*' || value === account || value.endsWith(`::${account}:root`),
    ),
  );
}
