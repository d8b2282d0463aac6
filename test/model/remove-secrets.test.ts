import { describe, expect, it } from 'vitest';
import { removeSecrets } from '../../src/model/remove-secrets.ts';

const KEY = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOm8vciJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ';
const TOKEN = `IQoJb3JpZ2luX2VjEXAMPLE${'Ab1+/'.repeat(40)}==`;

const HIDDEN: readonly (readonly [string, string, secret: string])[] = [
  ['an INI file', `aws_secret_access_key = ${KEY}`, KEY],
  ['a shell', `export AWS_SECRET_ACCESS_KEY=${KEY}`, KEY],
  ['JSON', `{"SecretAccessKey": "${KEY}"}`, KEY],
  ['JSON inside JSON', `"{\\"SecretAccessKey\\":\\"${KEY}\\"}"`, KEY],
  ['XML', `<SecretAccessKey>${KEY}</SecretAccessKey>`, KEY],
  ['a session token with its label', `aws_session_token=${TOKEN}`, TOKEN],
  ['a session token without one', `credentials: ${TOKEN} (expired)`, TOKEN],
  ['a JSON Web Token', `token was ${JWT}.`, JWT],
  [
    'an Authorization header',
    `Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/sts/aws4_request, Signature=${'ab12'.repeat(16)}`,
    'ab12ab12',
  ],
  ['a bearer', `authorization: Bearer ${KEY}`, KEY],
  [
    'a signed URL',
    `https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIA%2F1&X-Amz-Signature=${'cd34'.repeat(16)}&X-Amz-Security-Token=${KEY}`,
    'cd34cd34',
  ],
  ['a SAML assertion', `SAMLResponse=${KEY}`, KEY],
  ['a password', `password: "${KEY}"`, KEY],
  ['an MFA code', `--token-code=123456`, '123456'],
];

describe('secrets', () => {
  it.each(HIDDEN)('are gone: %s', (_, text, secret) => {
    const cleaned = removeSecrets(text);
    expect(cleaned).not.toContain(secret);
    expect(removeSecrets(cleaned)).toBe(cleaned);
  });

  it('leave the kind and the end of a key id', () => {
    expect(removeSecrets('key AKIAIOSFODNN7EXAMPLE is inactive')).toBe('key AKIA************MPLE is inactive');
    expect(removeSecrets('ASIAIOSFODNN7EXAMPLE')).toBe('ASIA************MPLE');
  });

  it.each([
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf',
    'The security token included in the request is expired',
    'Encoded authorization failure message: lhBGpx9yzJkEXAMPLEbxRfiCYwJalrXUtnFEMI',
    'arn:aws:iam::111122223333:role/token-broker',
    'basic facts',
    '{"sts:ExternalId": "42"}',
  ])('are not seen where none are: %s', (text) => {
    expect(removeSecrets(text)).toBe(text);
  });
});
