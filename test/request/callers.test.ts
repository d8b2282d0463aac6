import { describe, expect, it } from 'vitest';
import type { TokenClaims } from '../../src/model/denial-case.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { askQuestion, principalOf } from '../../src/request/ask-question.ts';
import { withFederatedCaller, withServiceCaller } from '../../src/request/complete-question.ts';

const given = { context: {}, missing: [], assume: {} };
const ROLE = 'arn:aws:iam::111122223333:role/web';

function asked(text: string, resource?: string) {
  const [denial = null] = parseDenials(text);
  return askQuestion(denial, resource === undefined ? given : { ...given, resource });
}

function token(issuer: string | null): TokenClaims {
  return { issuer, audiences: [], subject: 's', expires: null, notBefore: null, other: {}, source: 'test' };
}

describe('who asks for a role with a token', () => {
  const MW = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';

  it.each([
    [
      'https://token.actions.githubusercontent.com',
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    ],
    ['https://gitlab.example.com/', 'arn:aws:iam::111122223333:oidc-provider/gitlab.example.com'],
    ['https://accounts.google.com', 'accounts.google.com'],
    [null, ''],
  ])('is the provider of %s', (issuer, name) => {
    const { principal } = withFederatedCaller(asked(MW, ROLE), token(issuer), { variables: {} });
    expect(principal).toMatchObject({ type: 'federated', name });
  });

  it('is nobody known without a token, and the job tells the role', () => {
    const question = withFederatedCaller(asked(MW), null, { variables: { AWS_ROLE_ARN: ROLE } });
    expect(question).toMatchObject({ resource: ROLE, principal: { type: 'federated', name: '' } });
    expect(withFederatedCaller(asked(MW), null, { variables: { AWS_ROLE_ARN: 'web' } }).resource).toBeNull();
  });

  it.each([
    ['Saml', 'arn:aws:iam::111122223333:saml-provider/Okta'],
    ['WebIdentity', 'arn:aws-cn:iam::111122223333:oidc-provider/gitlab.example.com/a'],
  ])('is whom the option names, whatever the token: %s', (operation, name) => {
    const [denial = null] = parseDenials(`Not authorized to perform sts:AssumeRoleWith${operation}`);
    const question = askQuestion(denial, { ...given, caller: name });
    const filled = withFederatedCaller(question, token('https://gitlab.com'), { variables: { AWS_ROLE_ARN: ROLE } });
    expect(filled).toMatchObject({ resource: ROLE, principalFrom: 'option', principal: { type: 'federated', name } });
  });

  it.each([
    'arn:aws:iam::1:saml-provider/Okta',
    'arn:aws:iam::111122223333:saml-provider/',
    'arn:aws:s3:::oidc-provider/x',
  ])('is nobody by %s', (text) => expect(principalOf(text)).toBeUndefined());

  it('leaves every other question alone', () => {
    const question = asked('Roles may not be assumed by root accounts.');
    expect(withFederatedCaller(question, token('https://gitlab.com'), { variables: {} })).toBe(question);
  });
});

describe('the service that cannot assume a role', () => {
  const ecs = (role: string) => `ECS was unable to assume the ${role}`;

  it.each([
    [ecs(`role '${ROLE}' that was provided for this task.`), 'ecs-tasks.amazonaws.com'],
    ['The role defined for the function cannot be assumed by Lambda.', 'lambda.amazonaws.com'],
  ])('is told by the words around its name: %s', (text, host) => {
    expect(withServiceCaller(asked(text), text).principal?.name).toBe(host);
  });

  it('stays open where they do not tell', () => {
    const text = ecs(`role '${ROLE}'.`);
    expect(withServiceCaller(asked(text), text).principal).toBeNull();
  });
});
