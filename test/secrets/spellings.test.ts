import { describe, expect, it } from 'vitest';
import { knownServices, knownToken } from '../../src/model/secrets/known-tokens.ts';
import { removeSecrets, suspiciousAmong } from '../../src/model/secrets/remove-secrets.ts';
import { REMOVED } from '../../src/model/secrets/removed.ts';
import { SECRET_PATTERNS } from '../../src/model/secrets/secret-patterns.ts';
import { CANARY, SPELLINGS, TOKEN_BODIES, TOKENS } from './planted.ts';

/** What may stand around it: the beginning and end of a text, a sentence of AWS's, JSON, quotes. */
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  [
    '2026-11-24T11:58:00Z ERROR ',
    ' User: arn:aws:iam::111122223333:user/bob is not authorized to perform: s3:GetObject',
  ],
  ['AccessDenied: ', '\nAccessDenied'],
];

describe.each(AROUND)('between %j and %j', (before, after) => {
  it.each(SPELLINGS)('nothing is left of the secret in %s', (spelling) => {
    const cleaned = removeSecrets(`${before}${spelling.replaceAll('%', CANARY)}${after}`);
    expect(cleaned).not.toContain(CANARY);
    expect(cleaned).toContain(after);
    expect(removeSecrets(cleaned)).toBe(cleaned);
  });

  it.each(SPELLINGS)('nor in %s as JSON and inside of JSON', (spelling) => {
    const json = JSON.stringify(`${before}${spelling.replaceAll('%', CANARY)}${after}`);
    for (const text of [json, JSON.stringify(json)]) expect(removeSecrets(text)).not.toContain(CANARY);
  });

  it.each(Object.entries(TOKENS))('nothing is left of a token of %s', (_, tokens) => {
    for (const token of tokens) {
      const cleaned = removeSecrets(`${before}${token}${after}`);
      for (const body of TOKEN_BODIES) expect(cleaned).not.toContain(body);
      expect(cleaned).toBe(`${before}(removed)${after}`);
    }
  });
});

it('has an example of every service', () => {
  expect(Object.keys(TOKENS)).toEqual(knownServices());
});

describe('of a path goes the secret, and nothing behind the slash that ends it', () => {
  it.each([
    ['/srv/password=%/app/main.tf', '/srv/password=(removed)/app/main.tf'],
    ['https://example.com/X-Amz-Signature=%?page=2', 'https://example.com/X-Amz-Signature=(removed)?page=2'],
    [
      'arn:aws:ssm:eu-west-1:111122223333:parameter/db_pwd=%/host',
      'arn:aws:ssm:eu-west-1:111122223333:parameter/db_pwd=(removed)/host',
    ],
    ['https://example.com/?password=%&page=2', 'https://example.com/?password=(removed)&page=2'],
    // A secret access key may have slashes of its own.
    ['/srv/aws_secret_access_key=wJalr/%/main.tf', '/srv/aws_secret_access_key=(removed)'],
  ])('%s', (text, cleaned) => {
    expect(removeSecrets(text.replaceAll('%', CANARY))).toBe(cleaned);
  });
});

describe('what only looks like a secret stays', () => {
  it.each([
    'arn:aws:sts::111122223333:assumed-role/secret-rotator/token-refresh',
    'secretsmanager:GetSecretValue',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-password-AbCdEf',
    'arn:aws:ssm:eu-west-1:111122223333:parameter/db/password',
    'arn:aws:iam::111122223333:role/github-token-broker',
    'arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
    'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/sk-web/50dc6c495c0c9188',
    'secret_arn = arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    'token_url: https://oidc.example.com/token',
    'aws sts get-session-token --serial-number arn:aws:iam::111122223333:mfa/ana --token-code CODE',
    'aws sts assume-role-with-web-identity --role-arn ROLE_ARN --web-identity-token file://token.jwt',
    'aws:TokenIssueTime',
    'ec2:MetadataHttpTokens',
    '{"Effect":"Allow","Action":["secretsmanager:GetSecretValue","kms:Decrypt"],"Resource":"*"}',
    'iam:PassRole',
    'sk-short',
    'commit 3f786850e387550fdab836ed7e6dc881de23001b',
    'digest sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ])('%s', (text) => {
    expect(removeSecrets(text)).toBe(text);
  });
});

/** What all of the patterns leave of a text, whatever words it has. */
function byAllPatterns(text: string): string {
  return SECRET_PATTERNS.reduce(
    (rest, [, pattern, replacement]) => rest.replace(pattern(), replacement),
    text.replace(knownToken(), REMOVED),
  );
}

describe('the patterns that are asked, by the words of a text, find what all of them would', () => {
  const spelled = SPELLINGS.flatMap((spelling) =>
    [CANARY, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', "a 'b c"].map((secret) => spelling.replaceAll('%', secret)),
  );
  const texts = [...spelled, ...Object.values(TOKENS).flat()];

  it.each([...texts, ...texts.map((text) => text.toUpperCase()), ...texts.map((text) => text.toLowerCase())])(
    '%s',
    (text) => {
      const cleaned = byAllPatterns(text);
      expect(removeSecrets(text)).toBe(cleaned);
      if (cleaned !== text) expect(suspiciousAmong(['nothing', text, 'AccessDenied'])).toEqual([text]);
    },
  );
});
