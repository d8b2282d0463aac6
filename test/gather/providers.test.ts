import { describe, expect, it } from 'vitest';
import { ASSUME, denied, facts, gap } from './facts.ts';
import { question, SESSION } from './questions.ts';
import { ISSUER, OWNER } from './world.ts';

describe('identity providers', () => {
  const TOKEN = question(null, 'sts:AssumeRoleWithWebIdentity', `arn:aws:iam::${OWNER}:role/ci/github`);
  const arn = `arn:aws:iam::${OWNER}:oidc-provider/${ISSUER}`;

  it('are those of the account of the role', async () => {
    const { providers } = await facts(TOKEN);
    expect(providers).toEqual({
      oidc: { status: 'known', value: [{ arn, url: ISSUER, audiences: ['sts.amazonaws.com'] }] },
      saml: { status: 'known', value: [{ arn: `arn:aws:iam::${OWNER}:saml-provider/corp` }] },
    });
  });

  it('are none where the account has none, and unknown where one of them cannot be read', async () => {
    const none = await facts(TOKEN, (file) => {
      file.accounts[OWNER].oidcProviders = {};
    });
    expect(none.providers?.oidc).toEqual({ status: 'known', value: [] });
    const unread = await facts(TOKEN, (file) => {
      file['unreadable'] = [denied(OWNER, 'iam:GetOpenIDConnectProvider', arn)];
    });
    expect(unread.providers?.oidc).toMatchObject(gap({ permission: 'iam:GetOpenIDConnectProvider', account: OWNER }));
    const unlisted = await facts(TOKEN, (file) => {
      delete file.accounts[OWNER].oidcProviders;
    });
    expect(unlisted.providers?.oidc).toMatchObject(gap({ permission: 'iam:ListOpenIDConnectProviders' }));
  });

  it('are not asked for where no token is exchanged', async () => {
    expect((await facts(ASSUME)).providers).toBeNull();
  });
});

describe('an instance profile', () => {
  const asked = (name: string) =>
    question(SESSION, 'iam:AddRoleToInstanceProfile', `arn:aws:iam::${OWNER}:instance-profile/${name}`);

  it('shows its role, is absent where the account has none of that name, and else unknown', async () => {
    expect((await facts(asked('web'))).instanceProfile?.roles).toEqual({
      status: 'known',
      value: [`arn:aws:iam::${OWNER}:role/deployer`],
    });
    expect((await facts(asked('db'))).instanceProfile?.roles.status).toBe('absent');
    const unread = await facts(asked('web'), (file) => {
      file['unreadable'] = [denied(OWNER, 'iam:GetInstanceProfile', `arn:aws:iam::${OWNER}:instance-profile/web`)];
    });
    expect(unread.instanceProfile?.roles).toMatchObject(gap({ permission: 'iam:GetInstanceProfile' }));
  });
});
