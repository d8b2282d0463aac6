import { parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import { shortName } from '../../model/short-name.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { type Blockage, defineCheck } from '../cause.ts';
import { quoted } from '../../evidence/allow-evidence.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/nearest-miss.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
export const instanceProfileArn = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.instance-profile-arn',
  doc: {
    what: 'The policy allows iam:PassRole on an instance profile, and what is passed is the role in it.',
    why: 'An instance profile and its role mostly have the same name; iam:PassRole is asked for the role only.',
    fix: 'Have the account’s administrator name the ARN of the role (…:role/NAME) in place of …:instance-profile/NAME.',
  },
  explain(blockage, subject) {
    if (!deniesPassRole(subject)) return undefined;
    const found = onProfile(blockage, subject);
    if (found === undefined) return undefined;
    return {
      summary: `${placeOfStatement(subject, found.statement)} allows iam:PassRole on the instance profile ${shortName(found.value)}, and what is passed is the role ${shortName(subject.request?.resource ?? null)}`,
      evidence: [
        statementEvidence(subject, found.statement, found.pointer, {
          element: 'resource',
          policySays: found.value,
          requestHas: subject.request?.resource ?? '',
          difference: 'an instance profile, not the role in it',
        }),
        ...quoted(blockage, subject),
      ],
      remedies: allowRemedies(blockage, subject),
    };
  },
});

interface OnProfile {
  readonly statement: StatementFinding;
  readonly value: string;
  readonly pointer: string;
}

function onProfile(blockage: Blockage, subject: Case): OnProfile | undefined {
  for (const statement of allowsOf(blockage, subject)) {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource === 'yes' || condition === 'no') continue;
    for (const { value, pointer } of elementTexts(documentOf(subject, statement), statement, 'Resource')) {
      if (parseArn(value)?.resource.startsWith('instance-profile/') === true) return { statement, value, pointer };
    }
  }
  return undefined;
}
