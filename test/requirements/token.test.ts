import { describe, expect, it } from 'vitest';
import { commandsOf, refused, requirementsOf, statementsOf } from './requirements-of.ts';

const REFUSED = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';

function trusts(host: string, claims: object, account = 'ACCOUNT') {
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: claims },
  };
}

describe('a role for a web identity token', () => {
  it('needs a provider and a trust policy with the claims; an identity policy takes no part', async () => {
    const found = await requirementsOf(refused('AssumeRoleWithWebIdentity', 'AccessDenied', REFUSED));
    expect(statementsOf(found['trust'])).toEqual([
      trusts('OIDC_HOST', { 'OIDC_HOST:aud': 'AUDIENCE', 'OIDC_HOST:sub': 'SUBJECT' }),
    ]);
    expect(commandsOf(found['provider'])).toEqual(['aws iam list-open-id-connect-providers']);
    expect([found['identity'], found['scp'], found['boundary']]).toEqual([undefined, undefined, undefined]);
  });

  it('is GitHub’s where its action wrote the text', async () => {
    const found = await requirementsOf(`Error: Could not assume role with OIDC: ${REFUSED}`);
    const host = 'token.actions.githubusercontent.com';
    expect(statementsOf(found['trust'])).toEqual([
      trusts(host, { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: 'repo:ORG/REPO:ref:refs/heads/BRANCH' }),
    ]);
    expect(found['token.sub']).toMatchObject({
      need: 'value',
      owner: 'caller',
      key: `${host}:sub`,
      expected: [
        'repo:ORG/REPO:ref:refs/heads/BRANCH',
        'repo:ORG/REPO:environment:ENVIRONMENT',
        'repo:ORG/REPO:pull_request',
      ],
    });
  });

  it('has the claims of a token that is given', async () => {
    const claims = {
      iss: 'https://gitlab.com',
      aud: 'https://gitlab.com',
      sub: 'project_path:acme/shop:ref_type:branch:ref:main',
      exp: 4_000_000_000,
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const found = await requirementsOf(REFUSED, { webIdentityToken: `${part({ alg: 'RS256' })}.${part(claims)}.c2ln` });
    expect(statementsOf(found['trust'])).toEqual([
      trusts('gitlab.com', { 'gitlab.com:aud': 'https://gitlab.com', 'gitlab.com:sub': claims.sub }),
    ]);
    expect(found['trust']?.placeholders.map(({ token }) => token)).toEqual(['ACCOUNT', 'ROLE_NAME']);
  });

  it('is of an identity pool where Cognito asked for it', async () => {
    const found = await requirementsOf(`CognitoIdentityCredentials: ${REFUSED}`);
    expect(statementsOf(found['trust'])).toEqual([
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': 'IDENTITY_POOL_ID' },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        },
      },
    ]);
    expect(found['token.sub']).toBeUndefined();
  });
});

it('a role for a SAML assertion needs its provider, the audience, and an assertion that names both', async () => {
  const found = await requirementsOf(
    refused('AssumeRoleWithSAML', 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML'),
  );
  expect(statementsOf(found['trust'])).toEqual([
    {
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::ACCOUNT:saml-provider/SAML_PROVIDER' },
      Action: 'sts:AssumeRoleWithSAML',
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    },
  ]);
  expect(found['token.role']).toMatchObject({
    expected: ['ROLE_ARN,arn:aws:iam::ACCOUNT:saml-provider/SAML_PROVIDER'],
  });
  expect(commandsOf(found['provider'])).toEqual(['aws iam list-saml-providers']);
});
