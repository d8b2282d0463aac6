import type { Case } from '../../model/case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { Located } from '../../policy/policy-document.ts';
import { type Blockage, defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { neededWords } from '../../evidence/near-miss/needed-actions.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table */
export const dependentAction = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'identity.dependent-action',
  doc: {
    what: 'The caller may make the call, but not an action that such calls need besides, or are often made with.',
    why: 'AWS may ask for more than one permission in one call: the customer managed key of a bucket or secret (kms:Decrypt, kms:GenerateDataKey), the role that is passed (iam:PassRole), the tags (ec2:CreateTags). The message names the second action then, not the call that was made.',
    fix: 'Allow that action as well, on the resource that the message names.',
  },
  explain(blockage, subject) {
    if (subject.request === null) return undefined;
    if (nearestMiss(blockage, subject) !== undefined) return undefined;
    const found = needingAction(blockage, subject, subject.request.action);
    if (found === undefined) return undefined;
    const { statement, text, words } = found;
    return {
      summary: `${placeOfStatement(subject, statement)} allows ${text.value}, and ${subject.request.action} is allowed nowhere: ${words}`,
      evidence: [...allowEvidence(blockage, subject), statementEvidence(subject, statement, text.pointer)],
      remedies: allowRemedies(blockage, subject),
    };
  },
});

interface Needing {
  readonly statement: StatementFinding;
  readonly text: Located;
  readonly words: string;
}

function needingAction(blockage: Blockage, subject: Case, asked: string): Needing | undefined {
  for (const statement of allowsOf(blockage, subject)) {
    const texts = elementTexts(documentOf(subject, statement), statement, 'Action');
    for (const text of texts) {
      const words = neededWords(asked, text.value);
      if (words !== undefined) return { statement, text, words };
    }
  }
  return undefined;
}
