import { describe, expect, it } from 'vitest';
import { type DiagnoseOptions, diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { allow, HERE, refusal, role, snapshot, trusts } from '../cases/decisions/world.ts';
import { AWAY, HOME, USER, world } from '../cases/tables/world.ts';

const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/0a`;
const GRANTS = { what: 'grants=none', why: 'no policy shows the grants of a KMS key' };
const policy = (Effect: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'kms:PutKeyPolicy', Resource: '*' },
    { Effect, Principal: '*', Action: 'kms:Encrypt', Resource: '*' },
  ],
});

async function assumed(input: Parameters<typeof diagnose>[0], resourcePolicy: DiagnoseOptions['resourcePolicy']) {
  const [diagnosis] = await diagnose(input, { source: openSnapshot(world({})), resourcePolicy });
  return { verdict: diagnosis?.verdict, assumptions: diagnosis?.assumptions };
}
const asked = (action: string) => ({ request: { principal: USER, action, resource: KEY } });

describe('grants of a KMS key', () => {
  it('are said to be assumed away where nothing allows an operation that a grant may allow', async () => {
    const found = await assumed(asked('kms:Decrypt'), policy('Allow'));
    expect(found).toMatchObject({ verdict: 'denied', assumptions: expect.arrayContaining([GRANTS]) });
  });

  it.each([
    ['a statement denies it', asked('kms:Encrypt'), policy('Deny'), 'denied'],
    ['a policy allows it', asked('kms:Encrypt'), policy('Allow'), 'allowed'],
    ['no grant can allow it', asked('kms:ScheduleKeyDeletion'), policy('Allow'), 'denied'],
    [
      'AWS denied it',
      { text: `User: ${USER} is not authorized to perform: kms:Decrypt on resource: ${KEY}` },
      policy('Allow'),
      'denied',
    ],
  ] as const)('make no difference where %s', async (_, input, document, verdict) => {
    const found = await assumed(input, document);
    expect(found.verdict).toBe(verdict);
    expect(found.assumptions).not.toContainEqual(GRANTS);
  });
});

const BUCKET = 'arn:aws:s3:::shop-data';
const BLOCK = {
  what: 'public-access-block=off',
  why: 'no policy shows whether S3 Block Public Access is on, as it is by default',
};
const ACLS = { what: 'acls=none', why: 'no policy shows the access control lists of a bucket' };

/** `HOME` is the account of the user, and `AWAY` another one. */
async function assumedOfBucket(
  principal: string,
  owner: string,
  named: unknown,
  rest: object = {},
  more: readonly object[] = [],
) {
  const request = { principal, action: 's3:GetObject', resource: `${BUCKET}/a.csv` };
  const statement = { Effect: 'Allow', Principal: named, Action: 's3:GetObject', Resource: `${BUCKET}/*`, ...rest };
  const [diagnosis] = await diagnose(
    { request },
    {
      source: openSnapshot(world({})),
      resourcePolicy: { Version: '2012-10-17', Statement: [statement, ...more] },
      context: { 'aws:ResourceAccount': [owner] },
      assume: { rcp: 'allow', scp: 'allow' },
    },
  );
  const unseen = [BLOCK, ACLS].filter(({ what }) => diagnosis?.assumptions.some((each) => each.what === what));
  return [diagnosis?.verdict, ...unseen.map(({ what }) => what)];
}

it('is said of a block of public access also where the public statement is another one', async () => {
  const open = { Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: BUCKET };
  expect(await assumedOfBucket(USER, AWAY, { AWS: USER }, {}, [open])).toEqual(['allowed', BLOCK.what]);
});

describe('what stands beside the policy of a bucket', () => {
  const SILENT = { Action: 's3:PutObject' };
  it.each<[string, string, string, unknown, object, string[]]>([
    ['everybody, nobody asks', 'anonymous', HOME, '*', {}, ['allowed', BLOCK.what]],
    ['everybody, another account asks', USER, AWAY, { AWS: ['*'] }, {}, ['allowed', BLOCK.what]],
    ['the caller, another account asks', USER, AWAY, { AWS: USER }, {}, ['allowed']],
    ['everybody, the owner’s account asks', USER, HOME, '*', {}, ['allowed']],
    ['silent, nobody asks', 'anonymous', HOME, '*', SILENT, ['denied', ACLS.what]],
    ['silent, another account asks', USER, AWAY, '*', SILENT, ['denied', ACLS.what]],
    ['a deny, nobody asks', 'anonymous', HOME, '*', { Effect: 'Deny' }, ['denied']],
  ])('is said to be assumed where it would matter: %s', async (_, principal, owner, named, rest, expected) => {
    expect(await assumedOfBucket(principal, owner, named, rest)).toEqual(expected);
  });
});

describe('the MFA of a role session', () => {
  const SEND = refusal(
    `arn:aws:sts::${HERE}:assumed-role/ops/dana`,
    'SendMessage',
    'sqs:SendMessage',
    `arn:aws:sqs:eu-west-1:${HERE}:orders`,
  );
  const BY_USER = [trusts({ AWS: `arn:aws:iam::${HERE}:user/dana` })];
  const BY_SERVICE = [trusts({ Service: 'ec2.amazonaws.com' })];

  it.each([
    ['is assumed to be none where a person may have assumed the role', BY_USER, 'sqs:*', SEND, true],
    ['is known to be none where only services assume the role', BY_SERVICE, 'sqs:*', SEND, false],
    ['makes no difference where no statement about the request asks for it', BY_USER, 'sns:*', SEND, false],
    ['is unknown in CloudShell', BY_USER, 'sqs:*', `[cloudshell-user@ip-10-4-175-98 ~]$ aws sqs\n${SEND}`, false],
  ] as const)('%s', async (_, trust, action, text, isAssumed) => {
    const needsMfa = allow(action, '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
    const source = openSnapshot(structuredClone(snapshot({ [HERE]: { roles: [role('ops', [needsMfa], { trust })] } })));
    const [diagnosis] = await diagnose({ text }, { source });
    expect(diagnosis?.assumptions.some(({ what }) => what === 'mfa=none')).toBe(isAssumed);
  });
});
