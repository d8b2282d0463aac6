import { describe, expect, it } from 'vitest';
import { credentials } from '../../src/causes/credentials/credentials.ts';
import { findCauses } from '../../src/causes/find-causes.ts';
import { caseOf, type Situation } from '../cases/tables/cause-case.ts';
import { tokenOf } from '../cases/tables/web-identity.ts';

/** What the AWS CLI prints when AWS refuses a call. */
const refused = (operation: string, code: string, message: string) =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

const INVALID = refused(
  'GetCallerIdentity',
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
);
const webIdentity = (code: string, message: string) => refused('AssumeRoleWithWebIdentity', code, message);
const OLD_TOKEN = { webIdentityToken: tokenOf({ iss: 'https://id.example.com', exp: 1_700_000_000 }) };

/** Ids of the causes, the certain ones first. */
async function winnersIn(situation: Situation): Promise<readonly string[]> {
  return findCauses(await caseOf(situation)).map(({ id }) => id);
}

/** [what the text says, the situation, the causes that are left] */
const CONTESTS: readonly (readonly [string, Situation, readonly string[]])[] = [
  ['only the kind of error', { text: INVALID }, ['credentials.invalid-token']],
  [
    'the kind of error, and the job shows why',
    { text: INVALID, environment: { AWS_ACCESS_KEY_ID: 'ASIA…' } },
    ['credentials.invalid-token', 'credentials.missing-session-token'],
  ],
  [
    'which part of the credentials is wrong',
    {
      text: refused(
        'ListBuckets',
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
      ),
    },
    ['credentials.unknown-key'],
  ],
  [
    'where the SDK looked last',
    { text: 'failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata' },
    ['credentials.metadata-unreachable'],
  ],
  [
    'that the token has expired, by a code that other calls have too',
    { text: webIdentity('ExpiredTokenException', 'Token expired: current date/time 1764000000 must be before') },
    ['web-identity.token-expired'],
  ],
  [
    'only that the token is invalid, and its claims show that it has expired',
    { text: webIdentity('InvalidIdentityToken', 'The token is invalid'), given: OLD_TOKEN },
    ['credentials.web-identity', 'web-identity.token-expired'],
  ],
  [
    'why the token is invalid, and its claims show that it has expired since',
    { text: webIdentity('InvalidIdentityToken', 'Incorrect token audience'), given: OLD_TOKEN },
    ['web-identity.audience-not-registered'],
  ],
  [
    'that the SAML response is too old',
    {
      text: refused(
        'AssumeRoleWithSAML',
        'ExpiredTokenException',
        'Token must be redeemed within 5 minutes of issuance',
      ),
    },
    ['saml.expired'],
  ],
  [
    'that the sign-in has expired, when asked for a role that may not be assigned either',
    { text: refused('GetRoleCredentials', 'UnauthorizedException', 'Session token not found or invalid') },
    ['credentials.sso-expired'],
  ],
  [
    'that the role is not assigned',
    { text: refused('GetRoleCredentials', 'ForbiddenException', 'No access') },
    ['credentials.sso-no-access'],
  ],
];

describe('the contest', () => {
  it('ends with the first certain cause, and each one that was asked before it says why it is not the one', async () => {
    const answers = new Map<string, string | null>();
    const situation = { text: webIdentity('InvalidIdentityToken', 'Incorrect token audience'), given: OLD_TOKEN };
    findCauses(await caseOf(situation), ({ id, whyNot }) => answers.set(id, whyNot));
    const asked = credentials.map(({ id }) => ({ id, whyNot: answers.get(id) }));
    const end = asked.findIndex(({ whyNot }) => whyNot === null);
    expect(asked[end]?.id).toBe('web-identity.audience-not-registered');
    for (const { id, whyNot } of asked.slice(0, end)) expect(whyNot, id).toMatch(/^(?!not asked)\S+ .{8,}[^.]$/);
    for (const { id, whyNot } of asked.slice(end + 1)) expect(whyNot, id).toMatch(/^not considered/);
  });
});

describe('where the text says', () => {
  it.each(CONTESTS)('%s', async (_, situation, ids) => {
    expect(await winnersIn(situation)).toEqual(ids);
  });
});

describe('the advice for credentials that AWS does not know', () => {
  const adviceIn = async (text: string) => {
    const [cause] = findCauses(await caseOf({ text }));
    return JSON.stringify(cause?.remedies);
  };

  it.each([
    ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
    ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
    ['AuthFailure', 'AWS was not able to validate the provided access credentials'],
    ['InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.'],
  ])('looks whether the access key is still there: %s', async (code, message) => {
    expect(await adviceIn(refused('ListBuckets', code, message))).toContain('"iam","list-access-keys"');
  });

  it.each([
    ['ListUsers', true],
    ['CreateAccessKey', true],
    ['ListBuckets', false],
    ['GetCallerIdentity', false],
  ])('says which sessions IAM does not take: %s %s', async (operation, says) => {
    const advice = await adviceIn(refused(operation, 'InvalidClientTokenId', 'The security token is invalid.'));
    expect(advice.includes('those of GetSessionToken may call IAM only if they were made with MFA')).toBe(says);
  });
});
