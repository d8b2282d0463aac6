import { describe, expect, it } from 'vitest';
import { removeSecrets } from '../../src/model/secrets/remove-secrets.ts';

const KEY = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
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
  ['a secret key in a sentence', `(key AKIAIOSFODNN7EXAMPLE, secret ${SECRET_KEY})`, SECRET_KEY],
  ['a secret key with a label in words', `Secret Access Key: ${SECRET_KEY}`, SECRET_KEY],
  ['a secret key in brackets', `(secret=${SECRET_KEY})`, SECRET_KEY],
  ['a secret key in a table', `| SecretAccessKey | ${SECRET_KEY} |`, SECRET_KEY],
  ['a secret key as the CLI prints it', `SecretAccessKey ${SECRET_KEY}`, SECRET_KEY],
  ['a secret key without a label', `my key ${SECRET_KEY} does not work`, SECRET_KEY],
  ['a secret key beside its id', `AKIAIOSFODNN7EXAMPLE / ${SECRET_KEY}`, SECRET_KEY],
  ['a secret key behind a colon', `AKIAIOSFODNN7EXAMPLE:${SECRET_KEY}`, SECRET_KEY],
  [
    'the text output of assume-role',
    `CREDENTIALS\tASIAIOSFODNN7EXAMPLE\t2026-01-01T00:00:00+00:00\t${SECRET_KEY}\t${TOKEN}`,
    SECRET_KEY,
  ],
  ...[
    'DB_PASSWORD=%',
    'TF_VAR_db_password=%',
    '"dbPassword": "%"',
    'MasterUserPassword=%',
    'master_password: %',
    'PGPASSWORD=%',
    'MYSQL_PWD=%',
    'passwd=%',
    'APP_SECRET=%',
    'AccountKey=%',
    '"apiKey":"%"',
    'X-Api-Key: %',
    'CI_JOB_TOKEN=%',
    'X-Aws-Ec2-Metadata-Token: %',
    '--password %',
    '--secret-access-key %',
    'password = "a,b c&d %"',
    `"x-amz-security-token": b'%'`,
    'Authorization: token %',
    'Cookie: session=%; theme=%',
    'parameter/secret_key=%',
    'postgres://app:%@db.internal/app',
  ].map((form): [string, string, string] => [form, form.replaceAll('%', 'hunter2hunter2'), 'hunter2']),
  ...['ghp_', 'github_pat_', 'glpat-', 'xoxb-', 'npm_'].map((kind): [string, string, string] => [
    kind,
    `token ${kind}${'a1B2'.repeat(10)}`,
    'a1B2a1B2',
  ]),
  ['an encrypted token', `eyJhbGciOiJSUzI1NiJ9.${['a1B2', 'c3D4', 'e5F6', 'g7H8'].join('.')}`, 'c3D4'],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\\nMIIEpAIB\\n-----END RSA PRIVATE KEY-----`, 'MIIEpAIB'],
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
    'arn:aws:sts::111122223333:assumed-role/secret-rotator/token-refresh',
    'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
    'ExpiredToken: The security token included in the request is expired',
    'role InfraStackMyFunctionServiceRole1A2B3C4D5E',
    'arn:aws:iam::111122223333:role/Teams/Accounting1/ReportsOfTheYear2026',
    '/home/Runner1/work/Service/Service/Terraform',
    'InvalidPassword: The password does not conform to the account password policy',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/Db1PasswordsOfTheAccountingDepartmentsOwn-AbCdEf',
    'arn:aws:codecommit:eu-west-1:111122223333:repo 3f786850e387550fdab836ed7e6dc881de23001b secret',
    'AssumeRoleWithWebIdentity at https://sts.eu-west-1.amazonaws.com/ failed',
    'basic facts',
    '{"sts:ExternalId": "42"}',
  ])('are not seen where none are: %s', (text) => {
    expect(removeSecrets(text)).toBe(text);
  });
});
