import { advise } from '../../grants/advise.ts';
import { blockerCause } from '../cause.ts';
import { denyFinding, denyingStatement } from '../deny-shapes/deny-finding.ts';

export const denyRoot = blockerCause({
  kind: 'explicit-deny',
  id: 'scp.deny-root',
  explain(blocker, denialCase) {
    const statement = denyingStatement(blocker);
    if (statement === undefined || denialCase.facts.principal?.type !== 'root') return undefined;
    const root = statement.conditions.find(
      ({ key, match }) => match === 'yes' && /^aws:(principalarn|principaltype)$/i.test(key),
    );
    if (root === undefined) return undefined;
    return denyFinding(statement, blocker, denialCase, {
      words: `${denialCase.request?.action ?? 'it'} to root users`,
      pointer: root.pointer,
      remedies: [advise('use a user or role of the account, not its root user')],
    });
  },
});
