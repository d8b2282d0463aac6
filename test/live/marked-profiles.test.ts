import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { profileChooser } from '../../src/gather/live/choose-profile.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { ReadAnswer } from '../../src/model/read.ts';
import { type FakeAws, type Respond, startFakeAws } from './fake-aws/fake-aws.ts';
import { accountOfKey, environment, writeConfig } from './fake-aws/keys.ts';
import { refusal } from './fake-aws/response.ts';
import { byAccount, HERE, MANAGEMENT, PROFILES, role, THERE } from './two-accounts.ts';

/** The organization answers its management account only. */
const respond: Respond = (request) =>
  request.call.startsWith('organizations:') &&
  request.call !== 'organizations:DescribeOrganization' &&
  accountOfKey(request.accessKeyId) !== MANAGEMENT
    ? refusal(request, 'AccessDeniedException', 'not the management account')
    : byAccount(request);

let aws: FakeAws | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
});

type Settings = Readonly<Record<string, string>>;

/** The usual profiles, with more settings in some of them. */
async function reading(options: AwsOptions, more: Readonly<Record<string, Settings>>) {
  const names = [...new Set([...Object.keys(PROFILES), ...Object.keys(more)])];
  const usual: Readonly<Record<string, Settings>> = PROFILES;
  const config = Object.fromEntries(names.map((name) => [name, { ...usual[name], ...more[name] }]));
  aws = await startFakeAws(respond);
  for (const [name, value] of Object.entries(environment(aws.url, writeConfig(config)))) vi.stubEnv(name, value);
  return liveReader(options);
}

const getRole = { call: 'iam:GetRole', account: THERE, input: { RoleName: 'deployer' }, partition: 'aws' };
const listRoots = { call: 'organizations:ListRoots', account: HERE, input: {}, partition: 'aws' };
const marked = { denytrace_account: THERE };
const used: Partial<ReadAnswer> = { status: 'answered', account: THERE, output: role(THERE) };

const accounts: readonly (readonly [string, AwsOptions, Readonly<Record<string, Settings>>, Partial<ReadAnswer>])[] = [
  ['is used without an option, and before one that is not', {}, { 'profile prod': marked }, used],
  ['is used in a CI job, since the user named it', { ci: true }, { 'profile prod': marked }, used],
  [
    'is used though it runs a program or asks for a code, since the user named it',
    {},
    { 'profile prod': { ...marked, mfa_serial: 'arn:aws:iam::1:mfa/x' } },
    used,
  ],
  [
    'gives way to the profile that an option names',
    { accountProfiles: { [THERE]: 'prod' } },
    { 'profile wrong': marked },
    used,
  ],
  [
    'for which it has no credentials is found out',
    {},
    { 'profile wrong': marked },
    { status: 'refused', code: 'OtherAccount', message: 'the profile wrong is of 777788889999' },
  ],
  [
    'is not used beside another one that is, and that is said',
    {},
    { 'profile prod': marked, 'profile wrong': marked },
    {
      status: 'refused',
      option: `--account-profile ${THERE}=prod`,
      note: 'none was chosen, since the profiles prod, wrong are all marked for the account',
    },
  ],
  [
    'which is none is as good as not there',
    {},
    { 'profile prod': { denytrace_account: '__proto__' }, 'profile wrong': { denytrace_account: '' } },
    { status: 'refused', option: `--account-profile ${THERE}=role-there` },
  ],
];

test.each(accounts)('a profile that is marked for an account %s', async (_, options, more, expected) => {
  const read = await reading(options, more);
  expect(await read(getRole)).toMatchObject(expected);
});

const organizations: readonly (readonly [
  string,
  AwsOptions,
  Readonly<Record<string, Settings>>,
  Partial<ReadAnswer>,
])[] = [
  [
    'is used without an option',
    {},
    { 'profile management': { denytrace_organization: 'true' } },
    { status: 'answered' },
  ],
  [
    'gives way to the profile that an option names',
    { organizationProfile: 'management' },
    { 'profile wrong': { denytrace_organization: 'true' } },
    { status: 'answered' },
  ],
  [
    'is not used beside another one that is',
    {},
    { 'profile management': { denytrace_organization: 'true' }, 'profile wrong': { denytrace_organization: 'true' } },
    { status: 'refused', code: 'AccessDeniedException' },
  ],
  [
    'and says no is not used',
    {},
    { 'profile management': { denytrace_organization: 'false' } },
    { status: 'refused', code: 'AccessDeniedException' },
  ],
];

test.each(organizations)('a profile that is marked for the organization %s', async (_, options, more, expected) => {
  const read = await reading(options, more);
  expect(await read(listRoots)).toMatchObject(expected);
});

test('a marked profile is not asked where the current credentials are those of the account', async () => {
  const read = await reading({}, { 'profile wrong': { denytrace_account: HERE } });
  expect(await read({ ...getRole, account: HERE })).toMatchObject({ status: 'answered', account: HERE });
});

test('docs/access.md marks profiles as they are read', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8');
  const [, config = ''] = /^```ini\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const path = writeConfig({});
  writeFileSync(path, config);
  for (const [name, value] of Object.entries(environment('http://127.0.0.1:9', path))) vi.stubEnv(name, value);
  const profiles = profileChooser({});
  expect(await profiles.of(THERE)).toMatchObject({ use: 'prod' });
  expect(await profiles.ofOrganization()).toBe('management');
});
