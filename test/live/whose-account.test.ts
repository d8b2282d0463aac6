import { afterEach, expect, test, vi } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { ReadAnswer } from '../../src/model/read.ts';
import { type FakeAws, type Respond, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, accountOfKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import type { FakeRequest } from './fake-aws/request.ts';
import { refusal } from './fake-aws/response.ts';
import { byAccount, HERE, MANAGEMENT, PROFILES, role, THERE } from './two-accounts.ts';

let aws: FakeAws | undefined;
const seen: FakeRequest[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  seen.length = 0;
  await aws?.close();
});

async function reading(
  options: AwsOptions,
  profiles: Parameters<typeof writeConfig>[0] = PROFILES,
  respond = byAccount,
) {
  aws = await startFakeAws((request) => {
    seen.push(request);
    return respond(request);
  });
  for (const [name, value] of Object.entries(environment(aws.url, writeConfig(profiles)))) vi.stubEnv(name, value);
  return liveReader(options);
}

const getRole = (account: string) => ({
  call: 'iam:GetRole',
  account,
  input: { RoleName: 'deployer' },
  partition: 'aws',
});
const keysOf = (call: string) =>
  seen.filter((request) => request.call === call).map(({ accessKeyId }) => accountOfKey(accessKeyId));

test('an answer of the account that was asked about counts, and says so', async () => {
  const read = await reading({});
  expect(await read(getRole(HERE))).toMatchObject({ status: 'answered', account: HERE, output: role(HERE) });
});

test('an answer of another account is refused, though a role of that name is there', async () => {
  const read = await reading({}, { default: PROFILES.default });
  expect(await read(getRole(THERE))).toEqual({
    status: 'refused',
    code: 'OtherAccount',
    account: HERE,
    message: `the current credentials are of ${HERE}`,
  });
});

test('each read is signed by the profile of its account', async () => {
  const read = await reading({ accountProfiles: { [THERE]: 'prod' } });
  const answers = await Promise.all([read(getRole(HERE)), read(getRole(THERE))]);
  expect(answers).toMatchObject([{ output: role(HERE) }, { output: role(THERE), account: THERE }]);
});

test('a profile that was named for the wrong account is found out', async () => {
  const read = await reading({ accountProfiles: { [THERE]: 'wrong' } });
  expect(await read(getRole(THERE))).toMatchObject({
    code: 'OtherAccount',
    message: 'the profile wrong is of 777788889999',
    account: '777788889999',
  });
});

const found: readonly [string, AwsOptions, Parameters<typeof writeConfig>[0], Partial<ReadAnswer>][] = [
  ['is only named in the gap', {}, {}, { status: 'refused', option: `--account-profile ${THERE}=role-there` }],
  ['is used when that is wanted', { findProfiles: true }, {}, { status: 'answered', account: THERE }],
  [
    'is never used in a CI job',
    { findProfiles: true, ci: true },
    {},
    {
      status: 'refused',
      option: `--account-profile ${THERE}=role-there`,
      note: 'the profile role-there belongs to the account, but was not used: in a CI job, only profiles that are named are',
    },
  ],
  [
    'is not used if it is one of two',
    { findProfiles: true },
    { 'profile sso-there': { sso_account_id: THERE } },
    {
      status: 'refused',
      option: `--account-profile ${THERE}=role-there`,
      note: 'none was chosen, since the profiles role-there, sso-there all belong to the account',
    },
  ],
  [
    'is not used if it asks for a code',
    { findProfiles: true },
    { 'profile role-there': { ...PROFILES['profile role-there'], mfa_serial: 'arn:aws:iam::1:mfa/x' } },
    {
      status: 'refused',
      option: `--account-profile ${THERE}=role-there`,
      note: 'the profile role-there belongs to the account, but was not used: it asks for an MFA code',
    },
  ],
  [
    'is not used if its source runs a program',
    { findProfiles: true },
    {
      'profile role-there': { ...PROFILES['profile role-there'], source_profile: 'program' },
      'profile program': { credential_process: '/bin/false' },
    },
    {
      status: 'refused',
      option: `--account-profile ${THERE}=role-there`,
      note: 'the profile role-there belongs to the account, but was not used: it runs a program (credential_process)',
    },
  ],
];

test.each(found)('a profile of the AWS config that belongs to the account %s', async (_, options, more, expected) => {
  const read = await reading(options, { ...PROFILES, ...more });
  expect(await read(getRole(THERE))).toMatchObject(expected);
});

test('without any credentials, the profile of the account is named as well', async () => {
  const { default: _, ...others } = PROFILES;
  const sso = { sso_account_id: THERE, sso_role_name: 'Reader', sso_session: 'corp' };
  const corp = { sso_start_url: 'https://corp.awsapps.com/start', sso_region: 'eu-west-1' };
  const read = await reading({}, { ...others, 'profile role-there': sso, 'sso-session corp': corp });
  expect(await read(getRole(THERE))).toMatchObject({
    code: 'NoCredentials',
    option: `--account-profile ${THERE}=role-there`,
  });
});

test('a profile that can give no credentials is not named', async () => {
  const { default: _, ...others } = PROFILES;
  const read = await reading({}, others);
  const { option, ...refused } = { option: undefined, ...(await read(getRole(THERE))) };
  expect(refused).toMatchObject({ code: 'NoCredentials' });
  expect(option).toBeUndefined();
});

test('no read waits to know whose the credentials are', async () => {
  let roleAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    roleAsked = resolve;
  });
  const read = await reading({}, PROFILES, async (request) => {
    if (request.call === 'iam:GetRole') roleAsked();
    else await asked;
    return byAccount(request);
  });
  expect(await read(getRole(HERE))).toMatchObject({ status: 'answered', account: HERE });
});

test('who the credentials are is asked once, and then nothing more is asked about other accounts', async () => {
  const read = await reading({});
  await read(getRole(THERE));
  await Promise.all([read(getRole(THERE)), read(getRole(HERE)), read(getRole(HERE))]);
  expect(keysOf('sts:GetCallerIdentity')).toEqual([HERE]);
  expect(keysOf('iam:GetRole')).toEqual([HERE, HERE, HERE]);
});

test('where AWS does not say whose the credentials are, nothing proves the account', async () => {
  const read = await reading({}, PROFILES, (request) =>
    request.call === 'sts:GetCallerIdentity' ? refusal(request, 'AccessDenied', 'no', 403) : byAccount(request),
  );
  expect(await read(getRole(HERE))).toMatchObject({ status: 'answered', account: null });
});

test('an answer that is there when the time is over is given, without proof', async () => {
  const stop = new AbortController();
  let asked = 0;
  const read = await reading({ signal: stop.signal }, PROFILES, (request) => {
    if (request.call === 'sts:GetCallerIdentity') return 'hang';
    asked += 1;
    // The ninth is only sent once one of the first eight is answered.
    if (asked === 9) stop.abort();
    return byAccount(request);
  });
  const answers = await Promise.all(Array.from({ length: 9 }, () => read(getRole(HERE))));
  expect(answers).toContainEqual(expect.objectContaining({ status: 'answered', account: null, output: role(HERE) }));
  expect(answers.map(({ account }) => account)).toEqual(Array(9).fill(null));
});

test('the organization is asked by its own profile', async () => {
  const read = await reading({ organizationProfile: 'management' });
  await read({ call: 'organizations:ListRoots', account: HERE, input: {}, partition: 'aws' });
  await read({ call: 'organizations:DescribeOrganization', account: HERE, input: {}, partition: 'aws' });
  expect(keysOf('organizations:ListRoots')).toEqual(['999900001111']);
  expect(keysOf('organizations:DescribeOrganization')).toEqual([HERE]);
});

const organizationDenied: Respond = (request) =>
  request.call.startsWith('organizations:') &&
  request.call !== 'organizations:DescribeOrganization' &&
  accountOfKey(request.accessKeyId) !== MANAGEMENT
    ? refusal(request, 'AccessDeniedException', 'not the management account')
    : byAccount(request);

const listRoots = { call: 'organizations:ListRoots', account: HERE, input: {}, partition: 'aws' };
const ofManagement = {
  ...PROFILES,
  'profile boss': { sso_account_id: MANAGEMENT, ...staticKeys(accessKey(MANAGEMENT)) },
};

test('the profile of the management account is named where the organization refuses to answer', async () => {
  const read = await reading({}, ofManagement, organizationDenied);
  const answers = await Promise.all([
    read(listRoots),
    read({ ...listRoots, account: THERE }),
    read({ call: 'organizations:DescribeOrganization', account: HERE, input: {}, partition: 'aws' }),
  ]);
  expect(answers).toMatchObject([
    { code: 'AccessDeniedException', option: '--org-profile boss' },
    { code: 'AccessDeniedException', option: '--org-profile boss' },
    { status: 'answered' },
  ]);
  expect(keysOf('organizations:ListRoots')).toHaveLength(1);
  expect(keysOf('organizations:DescribeOrganization')).toHaveLength(1);
});

test('the profile of the management account is used where that is wanted', async () => {
  const read = await reading({ findProfiles: true }, ofManagement, organizationDenied);
  expect(await read(listRoots)).toMatchObject({ status: 'answered' });
});

test('nothing is named where nothing is known of the organization', async () => {
  const read = await reading({}, ofManagement, (request) =>
    request.call.startsWith('organizations:') ? refusal(request, 'AccessDeniedException', 'no') : byAccount(request),
  );
  expect(await read(listRoots)).toEqual({
    status: 'refused',
    code: 'AccessDeniedException',
    message: 'no',
    account: null,
  });
});

test('a call of snapshots is not for AWS', async () => {
  const read = await reading({});
  expect(await read({ call: 'snapshot:ResourcePolicy', account: HERE, input: {} })).toMatchObject({ code: 'NotAsked' });
  expect(seen).toEqual([]);
});
