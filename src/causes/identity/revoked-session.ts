import type { Case } from '../../model/case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { defineCheck } from '../cause.ts';
import { denyFinding, denyingStatement } from '../deny-shapes/deny-finding.ts';
import { documentOf, textsAt } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html */
export const revokedSession = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'explicit-deny',
  id: 'identity.revoked-session',
  doc: {
    what: 'The sessions of the role that are older than a certain moment were revoked: everything is denied to them.',
    why: '“Revoke active sessions” attaches the inline policy AWSRevokeOlderSessions, which denies everything to sessions issued before that moment. New sessions of the role work.',
    fix: 'Make a new session: sign in again, and clear what caches credentials (~/.aws/cli/cache, ~/.aws/sso/cache; an instance gets new ones by itself, a pod after a restart). Do not remove the policy: somebody revoked the sessions for a reason.',
  },
  explain(blockage, subject) {
    const statement = denyingStatement(blockage);
    const issued = statement?.conditions.find(({ key }) => key.toLowerCase() === 'aws:tokenissuetime');
    if (statement === undefined || issued === undefined || !/^DateLessThan/i.test(issued.operator)) return undefined;
    const [moment] = textsAt(documentOf(subject, statement), issued.pointer).map(({ value }) => value);
    return denyFinding(statement, blockage, subject, {
      words: `everything to sessions of the role that were made before ${moment ?? 'a certain time'}: they were revoked`,
      pointer: issued.pointer,
      remedies: [newSession(statement, subject, moment)],
    });
  },
});

/** A session that is made now is newer than the moment of the revocation, if that has passed. */
function newSession(_statement: StatementFinding, { now }: Case, moment: string | undefined): Remedy {
  const summary = 'make a new session of the role, and clear cached credentials (~/.aws/cli/cache, ~/.aws/sso/cache)';
  const passed = moment !== undefined && Date.parse(moment) <= now.getTime();
  if (!passed) return advise(summary);
  return { kind: 'send', context: { 'aws:TokenIssueTime': [now.toISOString()] }, summary, who: 'you' };
}
