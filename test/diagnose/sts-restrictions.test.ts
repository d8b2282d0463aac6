import { describe, expect, it } from 'vitest';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { subjectsOfText } from '../../src/diagnose/subject.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { render } from '../../src/report/render.ts';
import { denial, diagnoseIn, HOME, ROLE, SESSION, TARGET, USER, world, worldWith } from './world.ts';

const CALLED = 'An error occurred (AccessDenied) when calling the';

/** What STS answers where it read no policy, with the cause. */
const ANSWERS = [
  ['GetSessionToken', 'Cannot call GetSessionToken with session credentials', 'caller.session-credentials'],
  ['GetFederationToken', 'Cannot call GetFederationToken with session credentials', 'caller.session-credentials'],
  ['AssumeRole', 'Roles may not be assumed by root accounts.', 'caller.root'],
  ...['GetSessionToken', 'AssumeRole'].flatMap((operation) =>
    [
      'MultiFactorAuthentication failed with invalid MFA one time pass code.',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    ].map((sentence) => [operation, sentence, 'credentials.mfa-required'] as const),
  ),
] as const;

/** Whose credentials are at hand; the world knows the policies of all of them, or none. */
const IDENTITIES = [
  ['a user', USER, world()],
  ['a session', SESSION, world()],
  ['the root user', `arn:aws:iam::${HOME}:root`, world()],
  [
    'a user who may read nothing',
    USER,
    { denytrace: 'snapshot/1', scope: 'account', takenAt: '2026-01-01T00:00:00Z', accounts: {} },
  ],
] as const;

async function diagnosed(text: string, file: object, environment: Readonly<Record<string, string>> = {}) {
  const snapshot = snapshotReader(openSnapshot(file));
  const asked: string[] = [];
  const [diagnosis] = await diagnoseSubjects(subjectsOfText(text), {
    read: (call) => {
      asked.push(call.call);
      return snapshot(call);
    },
    given: { context: {}, missing: [], assume: {} },
    environment: { variables: environment },
    now: new Date('2026-01-01T00:00:00Z'),
    nowFrom: 'now',
  });
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return { asked, diagnosis };
}

function signedInAs(arn: string, file: object): object {
  return { ...file, callerIdentity: { Account: HOME, Arn: arn, UserId: 'AIDAANNAANNAANNAANNA1' } };
}

describe.each(IDENTITIES)('with the credentials of %s', (_, arn, file) => {
  it.each(ANSWERS)('explains %s: %s', async (operation, sentence, cause) => {
    const { asked, diagnosis } = await diagnosed(
      `${CALLED} ${operation} operation: ${sentence}`,
      signedInAs(arn, file),
    );
    expect(asked).toEqual(['sts:GetCallerIdentity']);
    expect(diagnosis).toMatchObject({ conclusion: 'explained', request: { principal: null }, open: [], related: [] });
    expect(diagnosis.causes).toMatchObject([{ id: cause, rung: 'aws', fix: { changes: [], check: null } }]);
    expect(diagnosis.steps.map(({ id, status }) => [id, status])).toEqual([['caller', 'fail']]);
  });
});

it('says that the current credentials are temporary, where they are', async () => {
  const text = `${CALLED} GetSessionToken operation: Cannot call GetSessionToken with session credentials`;
  const said = async (arn: string, environment = {}) =>
    render([(await diagnosed(text, signedInAs(arn, world()), environment)).diagnosis], 'text').replace(/\s+/g, ' ');
  expect(await said(SESSION)).toContain(`your current credentials are temporary: ${SESSION}`);
  expect(await said(USER)).not.toContain('your current credentials');
  expect(await said(USER, { AWS_SESSION_TOKEN: '(set)' })).toContain(
    'environment of this job: AWS_SESSION_TOKEN is set',
  );
});

it.each([
  ['invalid MFA one time pass code', 'it was mistyped, is too old, or was used before'],
  [', unable to validate MFA code', 'the serial number is not that of a device of the user'],
  [
    ', must provide both MFA serial number and one time pass code',
    'The call had no MFA code, or no serial number of the device: STS needs both or neither',
  ],
])('says which part of MFA failed: %s', async (words, expected) => {
  const between = words.startsWith(',') ? '' : ' with ';
  const text = `${CALLED} AssumeRole operation: MultiFactorAuthentication failed${between}${words}.`;
  expect((await diagnoseIn(world(), text)).causes[0]?.summary).toContain(expected);
});

describe('AWS’s words stand before what the policies say', () => {
  const ALLOWED = worldWith({});

  it.each([
    [
      'a setting of the bucket',
      denial(
        USER,
        's3:PutBucketPolicy',
        'arn:aws:s3:::assets',
        ' because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
      ),
      'resource.block-public-access',
    ],
    [
      'the state of the account',
      `${CALLED} ListBuckets operation: Your account is suspended`,
      'credentials.account-suspended',
    ],
  ])('where they name %s', async (_, text, cause) => {
    const diagnosis = await diagnoseIn(signedInAs(USER, ALLOWED), text, { caller: USER });
    expect(diagnosis.conclusion).toBe('explained');
    expect(diagnosis.causes.map(({ id }) => id)).toContain(cause);
    expect(render([diagnosis], 'text')).not.toContain('Everything that could be read allows this');
  });

  it('offers no policy to a suspended account', async () => {
    const silent = worldWith({ [`accounts/${HOME}/authorizationDetails/UserDetailList/0/GroupList`]: [] });
    const { causes } = await diagnoseIn(silent, `${CALLED} ListBuckets operation: Your account is suspended`, {
      caller: USER,
    });
    expect(causes.map(({ id }) => id)).toContain('credentials.account-suspended');
    expect(causes.flatMap(({ fix }) => fix?.changes ?? [])).toEqual([]);
  });
});

describe('what AWS refuses by rule', () => {
  it.each([
    ['a role GetFederationToken', ROLE, 'sts:GetFederationToken', `arn:aws:sts::${HOME}:federated-user/bob`],
    ['a session GetFederationToken', SESSION, 'sts:GetFederationToken', `arn:aws:sts::${HOME}:federated-user/bob`],
    ['a role GetSessionToken', ROLE, 'sts:GetSessionToken', '*'],
    ['the root user AssumeRole', `arn:aws:iam::${HOME}:root`, 'sts:AssumeRole', TARGET],
    ['a federated user AssumeRole', `arn:aws:sts::${HOME}:federated-user/bob`, 'sts:AssumeRole', TARGET],
    ['an unsigned AssumeRole', 'anonymous', 'sts:AssumeRole', TARGET],
  ])('gets no policy: %s', async (_, principal, action, resource) => {
    const diagnosis = await diagnoseIn(world(), { principal, action, resource });
    expect(diagnosis.verdict).toBe('denied');
    expect(diagnosis.causes[0]?.id).toMatch(/^caller\./);
    expect(diagnosis.causes.flatMap(({ fix }) => fix?.changes ?? [])).toEqual([]);
  });

  it('blames no policy for a session that calls GetSessionToken', async () => {
    const { causes } = await diagnoseIn(world(), { principal: ROLE, action: 'sts:GetSessionToken' });
    expect(causes.map(({ id }) => id)).toEqual(['caller.session-credentials']);
  });
});

it.each(['sts:GetCallerIdentity', 'sts:GetSessionToken'])('says that %s needs no permission', async (action) => {
  const silent = worldWith({ [`accounts/${HOME}/authorizationDetails/UserDetailList/0/GroupList`]: [] });
  const { verdict, steps } = await diagnoseIn(silent, { principal: USER, action });
  expect(verdict).toBe('allowed');
  expect(steps.find(({ id }) => id === 'identity')?.summary).toBe(`${action} needs no permission`);
  expect(steps.map(({ summary }) => summary).join('\n')).not.toContain('names the caller');
});
