import type { Case } from '../../model/case.ts';
import { shortName } from '../../model/short-name.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { type Blockage, defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/nearest-miss.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { listed } from '../trust/condition-cause.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { deniesPassRole, passRoleMiss } from './identity-pass-role.ts';

/** The distance of two names that differ in two letters. */
const SLIP = 2;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html */
export const otherRole = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.other-role',
  doc: {
    what: 'The caller may pass other roles, and not this one.',
    why: 'A call can pass several roles (an ECS task its task role and its execution role), and each needs iam:PassRole; or the role was made anew under another name.',
    fix: 'Have the account’s administrator allow iam:PassRole on this role too.',
  },
  explain(blockage, subject) {
    if (!deniesPassRole(subject)) return undefined;
    const miss = passRoleMiss(blockage, subject, 'resource');
    // A name that is off by a few letters was meant for this role.
    if (miss !== undefined && miss.distance <= SLIP) return undefined;
    const found = onOtherRoles(blockage, subject);
    if (found === undefined) return undefined;
    return {
      summary: `${placeOfStatement(subject, found.statement)} lets the caller pass ${listed(found.roles.map(shortName))}, and ${shortName(subject.request?.resource ?? null)} is passed as well`,
      evidence: [
        miss === undefined
          ? statementEvidence(subject, found.statement, `${found.statement.pointer}/Resource`)
          : missEvidence(miss, subject),
        ...quoted(blockage, subject),
      ],
      remedies: allowRemedies(blockage, subject),
    };
  },
});

interface OtherRoles {
  readonly statement: StatementFinding;
  readonly roles: readonly string[];
}

/** A statement that allows iam:PassRole on roles of the same account, all by their whole names. */
function onOtherRoles(blockage: Blockage, subject: Case): OtherRoles | undefined {
  for (const statement of allowsOf(blockage, subject)) {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource !== 'no' || condition === 'no') continue;
    const roles = elementTexts(documentOf(subject, statement), statement, 'Resource').map(({ value }) => value);
    const own = `:iam::${subject.facts.resourceAccount}:role/`;
    if (roles.length > 0 && roles.every((role) => role.includes(own) && !/[*?$]/.test(role)))
      return { statement, roles };
  }
  return undefined;
}
