import { documentOf, textsAt } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { blockerCause } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

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
      remedies: [newSession(statement, denialCase, moment)],
    });
  },
});

/** A session that is made now is newer than the moment of the revocation, if that has passed. */
function newSession(_statement: StatementFinding, { now }: DenialCase, moment: string | undefined): Remedy {
  const summary = 'make a new session of the role, and clear cached credentials (~/.aws/cli/cache, ~/.aws/sso/cache)';
  const passed = moment !== undefined && Date.parse(moment) <= now.getTime();
  if (!passed) return advise(summary);
  return { kind: 'send', context: { 'aws:TokenIssueTime': [now.toISOString()] }, summary, who: 'you' };
}
