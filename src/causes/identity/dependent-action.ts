import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { Located } from '../../policy/policy-document.ts';
import { neededWords } from '../../reference/related-actions.ts';
import { blockerCause } from '../cause.ts';

export const dependentAction = blockerCause({
  kind: 'missing-allow',
  id: 'identity.dependent-action',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return undefined;
    if (nearestMiss(blocker, denialCase) !== undefined) return undefined;
    const found = needingAction(blocker, denialCase, denialCase.request.action);
    if (found === undefined) return undefined;
    const { statement, text, words } = found;
    return {
      summary: `${placeOfStatement(denialCase, statement)} allows ${text.value}, and ${denialCase.request.action} is allowed nowhere: ${words}`,
      evidence: [...allowEvidence(blocker, denialCase), statementEvidence(denialCase, statement, text.pointer)],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

interface Needing {
  readonly statement: StatementFinding;
  readonly text: Located;
  readonly words: string;
}

function needingAction(blocker: Blocker, denialCase: DenialCase, asked: string): Needing | undefined {
  for (const statement of allowsOf(blocker, denialCase)) {
    const texts = elementTexts(documentOf(denialCase, statement), statement, 'Action');
    for (const text of texts) {
      const words = neededWords(asked, text.value);
      if (words !== undefined) return { statement, text, words };
    }
  }
  return undefined;
}
