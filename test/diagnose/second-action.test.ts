import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { ACCOUNT, account, role } from './small-account.ts';

const TEXT =
  'operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 400, RequestID: 6b1f8c0e-1d2c-4e5f-9a7b-0c1d2e3f4a5b, AccessDeniedException: Unauthorized Exception! EKS does not have permissions to assume the associated role.';

async function causesWhere(...actions: readonly string[]) {
  const trust = { Effect: 'Allow', Principal: { Service: 'pods.eks.amazonaws.com' }, Action: actions };
  const source = account({ roles: [role('app', [], trust)] });
  const [found] = parseDenials(TEXT);
  if (found === undefined) throw new Error('no denial');
  const denial = { ...found, resource: `arn:aws:iam::${ACCOUNT}:role/app` };
  const [diagnosis] = await diagnose({ denial }, { source });
  return { verdict: diagnosis?.verdict, causes: diagnosis?.causes.map(({ id }) => id) };
}

describe('a service that always tags the sessions of the roles that it assumes', () => {
  it('cannot assume a role that it may not tag', async () => {
    expect(await causesWhere('sts:AssumeRole')).toEqual({ verdict: 'denied', causes: ['trust.tag-session'] });
  });

  it('is allowed where it may do both', async () => {
    expect((await causesWhere('sts:AssumeRole', 'sts:TagSession')).verdict).toBe('allowed');
  });

  it('is denied sts:AssumeRole where the trust policy leaves that out', async () => {
    const { verdict, causes } = await causesWhere('sts:TagSession');
    expect(verdict).toBe('denied');
    expect(causes).not.toContain('trust.tag-session');
  });
});
