import { quoted } from '../../evidence/allow-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { orList, placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { shortName } from '../../model/short-name.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { blockerCause } from '../cause.ts';
import { deniesPassRole, passRoleMiss } from './identity-pass-role.ts';

/** The distance of two names that differ in two letters. */
const SLIP = 2;

export const otherRole = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.other-role',
  explain(blocker, denialCase) {
    if (!deniesPassRole(denialCase)) return undefined;
    const miss = passRoleMiss(blocker, denialCase, 'resource');
    // A name that is off by a few letters was meant for this role.
    if (miss !== undefined && miss.distance <= SLIP) return undefined;
    const found = onOtherRoles(blocker, denialCase);
    if (found === undefined) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, found.statement)} lets the caller pass ${orList(found.roles.map(shortName))}, and ${shortName(denialCase.request?.resource ?? null)} is passed as well`,
      evidence: [
        miss === undefined
          ? statementEvidence(denialCase, found.statement, `${found.statement.pointer}/Resource`)
          : nearMissEvidence(miss, denialCase),
        ...quoted(blocker, denialCase),
      ],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

interface OtherRoles {
  readonly statement: StatementFinding;
  readonly roles: readonly string[];
}

/** A statement that allows iam:PassRole on roles of the same account, all by their whole names. */
function onOtherRoles(blocker: Blocker, denialCase: DenialCase): OtherRoles | undefined {
  for (const statement of allowsOf(blocker, denialCase)) {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource !== 'no' || condition === 'no') continue;
    const roles = elementTexts(documentOf(denialCase, statement), statement, 'Resource').map(({ value }) => value);
    const own = `:iam::${denialCase.facts.resourceAccount}:role/`;
    if (roles.length > 0 && roles.every((role) => role.includes(own) && !/[*?$]/.test(role)))
      return { statement, roles };
  }
  return undefined;
}
