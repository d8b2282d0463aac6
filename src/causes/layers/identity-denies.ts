import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { documentOf, textsAt } from '../../evidence/policy-lookup.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { nameWithoutPath } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import { blockerCause } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

const QUARANTINE = 'AWSCompromisedKeyQuarantine';

/**
 * AWS attaches the policy to a user of whom it found an access key in public; where it cannot be read, AWS's words may name it.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html
 */
export const quarantine = blockerCause({
  id: 'identity.quarantine',
  explain(blocker, denialCase) {
    const name = quarantineName(blocker, denialCase);
    if (name === undefined) return 'the denying policy is not known to be AWS’s quarantine policy';
    const evidence = nonEmpty(quarantineEvidence(blocker, denialCase));
    if (evidence === undefined) return 'neither a statement nor the error text shows the denying policy';
    const place = blocker.statement === null ? name : placeOfStatement(denialCase, blocker.statement);
    const { principal } = denialCase.facts;
    const user = principal?.type === 'user' ? principal.name : undefined;
    const isRole = principal?.type === 'role' || principal?.type === 'session';
    const denies = `${place} denies ${deniedAction(denialCase) ?? 'it'}`;
    return {
      summary: isRole
        ? `${callerWords(principal)} is quarantined: ${denies}; AWS attaches this policy to users whose access key was exposed publicly, so somebody attached it to the role`
        : `AWS has quarantined ${user ?? 'the user'}: ${denies}, because an access key of the user was exposed publicly`,
      evidence,
      remedies: [
        advise(
          isRole
            ? 'find out who attached the quarantine and why, and see in CloudTrail what was done with the role’s sessions; only then take the quarantine away'
            : 'replace the exposed access key, see in CloudTrail what was done with it, and answer the case that AWS opened; only then take the quarantine away',
          'account-admin',
          ...listKeys(user),
        ),
      ],
    };
  },
});

/** The sessions that a role had were revoked, by a Deny of all that were made before a moment. */
export const revokedSession = blockerCause({
  kind: 'explicit-deny',
  id: 'identity.revoked-session',
  explain(blocker, denialCase) {
    if (blocker.kind !== 'explicit-deny') return NO_DENY;
    const { statement } = blocker;
    const issued = statement.conditions.find(({ key }) => key.toLowerCase() === 'aws:tokenissuetime');
    if (issued === undefined || !/^DateLessThan/i.test(issued.operator))
      return 'the statement does not deny by the time at which the session was made';
    const [moment] = textsAt(documentOf(denialCase, statement), issued.pointer).map(({ value }) => value);
    return denyFinding(blocker, denialCase, {
      words: `everything to sessions of the role that were made before ${moment ?? 'a certain time'}: they were revoked`,
      pointer: issued.pointer,
      remedies: [newSession(denialCase, moment)],
    });
  },
});

function quarantineName({ statement, kind }: Blocker, denialCase: DenialCase): string | undefined {
  if (statement?.policy.name.startsWith(QUARANTINE)) return statement.policy.name;
  // A copy of it in a policy of one's own.
  if (statement?.sid?.includes(QUARANTINE.replace(/^AWS/, '')) === true) return statement.sid;
  const arn = kind === 'named-by-aws' ? (namedReason(denialCase)?.policyArn ?? '') : '';
  return arn.includes(`::aws:policy/${QUARANTINE}`) ? nameWithoutPath(arn) : undefined;
}

function quarantineEvidence(blocker: Blocker, denialCase: DenialCase): readonly Evidence[] {
  if (blocker.kind === 'explicit-deny') return denyEvidence(blocker, denialCase);
  const quote = quoteClause(denialCase, 'identity');
  return quote === undefined ? [] : [quote];
}

/** Only shows the keys: what happens to them is for a person to decide. */
function listKeys(user: string | undefined): readonly (readonly string[])[] {
  return user !== undefined && /^[\w+=,.@][\w+=,.@-]{0,63}$/.test(user)
    ? [['aws', 'iam', 'list-access-keys', '--user-name', user]]
    : [];
}

/** A session that is made now is newer than the moment of the revocation, if that has passed. */
function newSession({ now }: DenialCase, moment: string | undefined): Remedy {
  const summary = 'make a new session of the role, and clear cached credentials (~/.aws/cli/cache, ~/.aws/sso/cache)';
  const hasPassed = moment !== undefined && Date.parse(moment) <= now.getTime();
  if (!hasPassed) return advise(summary);
  return { kind: 'send', context: { 'aws:TokenIssueTime': [now.toISOString()] }, summary, who: 'you' };
}
