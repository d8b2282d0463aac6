import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { callerWords } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html */
export const notListed = defineCheck({
  on: 'blockage',
  layer: 'trust',
  kind: 'missing-allow',
  id: 'trust.not-listed',
  doc: {
    what: 'The trust policy of the role is silent about the caller: no statement names it, or anybody like it.',
    why: 'A role can be assumed only by whom its trust policy allows, in the same account too. A policy of the caller that allows sts:AssumeRole is not enough.',
    fix: 'The owner of the role adds a statement that trusts the caller: the ARN of its role or user, never that of a session.',
  },
  explain(blockage, subject) {
    const role = shortName(subject.facts.role?.arn ?? subject.request?.resource ?? null);
    return {
      summary: `The trust policy of ${role} does not trust ${callerWords(subject.facts.principal)} with ${subject.request?.action ?? 'it'}`,
      evidence: allowEvidence(blockage, subject),
      remedies: allowRemedies(blockage, subject),
    };
  },
});
