import { defineCheck } from '../cause.ts';
import { denyFinding, denyingStatement } from '../deny-shapes/deny-finding.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html#example-scp-root-user */
export const denyRoot = defineCheck({
  on: 'blockage',
  layer: 'scp',
  kind: 'explicit-deny',
  id: 'scp.deny-root',
  doc: {
    what: 'A service control policy denies everything to the root users of member accounts, and the caller is one.',
    why: 'The root user is for a handful of tasks only; organizations lock it out of everything else on purpose.',
    fix: 'Use a user or role of the account. For tasks that need the root user, the organization’s administrator can make a short privileged session (sts:AssumeRoot) in its place.',
  },
  explain(blockage, subject) {
    const statement = denyingStatement(blockage);
    if (statement === undefined || subject.facts.principal?.type !== 'root') return undefined;
    const root = statement.conditions.find(
      ({ key, match }) => match === 'yes' && /^aws:(principalarn|principaltype)$/i.test(key),
    );
    if (root === undefined) return undefined;
    return denyFinding(statement, blockage, subject, {
      words: `${subject.request?.action ?? 'it'} to root users`,
      pointer: root.pointer,
      remedies: [advise('use a user or role of the account, not its root user')],
    });
  },
});
