import { describe, expect, it } from 'vitest';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';

describe('a pattern that ends in the middle of a word', () => {
  const NAMES = ['deployer', 'deploy', 'redeploy', 'other'];
  const matches = (pattern: string, names: readonly string[]) => {
    const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
    return names.map((name) => expression.test(name));
  };

  it.each(['deplo*', '*loy', '*plo*', '*eploye*'])('still matches the same names: %s', (pattern) => {
    const RoleDetailList = NAMES.map((RoleName) => ({
      RoleName,
      Arn: `arn:aws:iam::111122223333:role/${RoleName}`,
      RoleId: `AROAEXAMPLE${RoleName.toUpperCase()}`,
    }));
    const { incident: denial, accounts } = redactSnapshot(
      {
        denytrace: 'snapshot/1',
        scope: 'request',
        accounts: { '111122223333': { authorizationDetails: { RoleDetailList } } },
        incident: {
          text: 'denied',
          context: { 'aws:PrincipalArn': `arn:aws:iam::111122223333:role/${pattern}` },
          options: {},
        },
      },
      { names: true },
    );
    const roles = Object.values(accounts ?? {})[0]?.authorizationDetails?.RoleDetailList ?? [];
    const renamed = String(denial?.context['aws:PrincipalArn']).replace(/^.*role\//, '');
    expect(
      matches(
        renamed,
        roles.map(({ RoleName }) => String(RoleName)),
      ),
    ).toEqual(matches(pattern, NAMES));
  });
});
