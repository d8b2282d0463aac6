import { advise } from '../../grants/advise.ts';
import { blockerCause } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

export const denyRoot = blockerCause({
  kind: 'explicit-deny',
  id: 'scp.deny-root',
  explain(blocker, denialCase) {
    if (blocker.kind !== 'explicit-deny') return NO_DENY;
    if (denialCase.facts.principal?.type !== 'root') return 'the caller is not a root user';
    const root = blocker.statement.conditions.find(
      ({ key, match }) => match === 'yes' && /^aws:(principalarn|principaltype)$/i.test(key),
    );
    if (root === undefined) return 'the statement does not deny by the kind of caller';
    return denyFinding(blocker, denialCase, {
      words: `${denialCase.request?.action ?? 'it'} to root users`,
      pointer: root.pointer,
      remedies: [advise('use a user or role of the account, not its root user')],
    });
  },
});
