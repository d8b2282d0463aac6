import { quoted } from '../../evidence/allow-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/find-near-misses.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { shortName } from '../../model/short-name.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { blockerCause } from '../cause.ts';
import { deniesPassRole } from './identity-pass-role.ts';

export const instanceProfileArn = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.instance-profile-arn',
  explain(blocker, denialCase) {
    if (!deniesPassRole(denialCase)) return undefined;
    const found = onProfile(blocker, denialCase);
    if (found === undefined) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, found.statement)} allows iam:PassRole on the instance profile ${shortName(found.value)}, and what is passed is the role ${shortName(denialCase.request?.resource ?? null)}`,
      evidence: [
        statementEvidence(denialCase, found.statement, found.pointer, {
          element: 'resource',
          policySays: found.value,
          requestHas: denialCase.request?.resource ?? '',
          difference: 'an instance profile, not the role in it',
        }),
        ...quoted(blocker, denialCase),
      ],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

interface OnProfile {
  readonly statement: StatementFinding;
  readonly value: string;
  readonly pointer: string;
}

function onProfile(blocker: Blocker, denialCase: DenialCase): OnProfile | undefined {
  for (const statement of allowsOf(blocker, denialCase)) {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource === 'yes' || condition === 'no') continue;
    for (const { value, pointer } of elementTexts(documentOf(denialCase, statement), statement, 'Resource')) {
      if (parseArn(value)?.resource.startsWith('instance-profile/') === true) return { statement, value, pointer };
    }
  }
  return undefined;
}
