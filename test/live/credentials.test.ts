import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import { accessKey, staticKeys } from './fake-aws/keys.ts';
import {
  ACCOUNT,
  ASSUMED,
  environmentKeys,
  keys,
  metadataService,
  type Profiles,
  seen,
  temporary,
  toRole,
  whoAmI,
  withCode,
} from './who-am-i.ts';

const CHAIN = `profile prod: role ${toRole.role_arn}, assumed from profile ci: an access key in the file`;

const sources: readonly [string, Profiles, Readonly<Record<string, string>>, AwsOptions, object][] = [
  ['the environment', {}, environmentKeys, {}, { Source: 'environment variables', KeyType: 'AKIA', Account: ACCOUNT }],
  [
    'the default profile',
    { default: keys },
    {},
    {},
    { Source: 'profile default: an access key in the file', KeyType: 'AKIA' },
  ],
  [
    'AWS_PROFILE',
    { 'profile ci': keys },
    { AWS_PROFILE: 'ci' },
    {},
    { Source: 'profile ci: an access key in the file' },
  ],
  [
    'AWS_PROFILE, before keys in the environment',
    { 'profile ci': staticKeys(accessKey(ASSUMED)) },
    { AWS_PROFILE: 'ci', ...environmentKeys },
    {},
    { Source: 'profile ci: an access key in the file', Account: ASSUMED },
  ],
  [
    'a profile that is named',
    { 'profile ci': keys },
    {},
    { profile: 'ci' },
    { Source: 'profile ci: an access key in the file' },
  ],
  [
    'a named profile, before the environment',
    { 'profile ci': staticKeys(accessKey(ASSUMED)) },
    environmentKeys,
    { profile: 'ci' },
    { Source: 'profile ci: an access key in the file', Account: ASSUMED },
  ],
  [
    'a profile with a role',
    { 'profile ci': keys, 'profile prod': toRole },
    {},
    { profile: 'prod' },
    { Source: CHAIN, KeyType: 'ASIA', Account: ASSUMED },
  ],
  [
    'a profile with a role and an MFA device',
    { 'profile ci': keys, 'profile prod': withCode },
    {},
    { profile: 'prod', mfaCode: async () => '123456' },
    { Source: CHAIN, KeyType: 'ASIA' },
  ],
];

test.each(sources)(
  '%s: the answer tells where the credentials come from',
  async (_, profiles, env, options, expected) => {
    expect(await whoAmI(profiles, env, options)).toMatchObject({ status: 'answered', output: expected });
  },
);

test('the profiles that say which role they give come with the answer', async () => {
  const sso = { sso_session: 'corp', sso_account_id: ACCOUNT, sso_role_name: 'Admin' };
  const found = await whoAmI({ default: keys, 'profile ci': keys, 'profile prod': toRole, 'profile admin': sso }, {});
  expect(found).toMatchObject({
    output: {
      Profiles: [
        { profile: 'prod', account: ASSUMED, name: 'reader', isPermissionSet: false },
        { profile: 'admin', account: ACCOUNT, name: 'Admin', isPermissionSet: true },
      ],
    },
  });
});

test('a web identity token', async () => {
  const token = join(mkdtempSync(join(tmpdir(), 'denytrace-live-')), 'token');
  writeFileSync(token, 'header.payload.signature');
  const env = { AWS_WEB_IDENTITY_TOKEN_FILE: token, AWS_ROLE_ARN: toRole.role_arn };
  expect(await whoAmI({}, env)).toMatchObject({
    output: { Source: `role ${toRole.role_arn} by web identity`, KeyType: 'ASIA' },
  });
});

test('a container', async () => {
  const url = await metadataService(() => temporary);
  expect(await whoAmI({}, { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/creds` })).toMatchObject({
    output: { Source: 'container', KeyType: 'ASIA' },
  });
});

test('an instance', async () => {
  const url = await metadataService((path) =>
    path.endsWith('/role') ? temporary : path.endsWith('/token') ? 'token' : 'role',
  );
  const env = { AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: url };
  expect(await whoAmI({}, env)).toMatchObject({ output: { Source: 'instance role', KeyType: 'ASIA' } });
});

test('a metadata service that does not answer is given up long before the deadline', async () => {
  const url = await metadataService(() => undefined);
  const env = { AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: url };
  expect(await whoAmI({}, env)).toMatchObject({ code: 'NoCredentials' });
});

const expiredSso = {
  'profile dev': { sso_session: 'corp', sso_account_id: ACCOUNT, sso_role_name: 'Reader' },
  'sso-session corp': { sso_start_url: 'https://corp.awsapps.com/start', sso_region: 'eu-west-1' },
};

const refused: readonly [string, Profiles, Readonly<Record<string, string>>, AwsOptions, object][] = [
  ['none at all', {}, {}, {}, { code: 'NoCredentials' }],
  [
    'an SSO session that has expired',
    expiredSso,
    {},
    { profile: 'dev' },
    { code: 'SsoSessionExpired', option: 'aws sso login --profile dev' },
  ],
  [
    'an SSO session that has expired, by AWS_PROFILE',
    expiredSso,
    { AWS_PROFILE: 'dev' },
    {},
    { code: 'SsoSessionExpired', option: 'aws sso login --profile dev' },
  ],
  [
    'a profile that needs a code that nobody can be asked for',
    { 'profile ci': keys, 'profile prod': withCode },
    {},
    { profile: 'prod' },
    { code: 'MfaRequired' },
  ],
  [
    'a wrong code',
    { 'profile ci': keys, 'profile prod': withCode },
    {},
    { profile: 'prod', mfaCode: async () => 'wrong' },
    { code: 'MfaRequired' },
  ],
  [
    'a login that is not there',
    { 'profile prod': { login_session: 'arn:aws:iam::111122223333:user/ana' } },
    {},
    { profile: 'prod' },
    { code: 'LoginExpired', option: 'aws login --profile prod' },
  ],
  [
    'a role that may not be assumed',
    { 'profile ci': keys, 'profile prod': { ...toRole, role_arn: `arn:aws:iam::${ASSUMED}:role/forbidden` } },
    {},
    { profile: 'prod' },
    { code: 'RoleRefused', message: 'AWS gives no credentials for the profile prod (AccessDenied)' },
  ],
  [
    'a token file that is not there',
    {},
    { AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token', AWS_ROLE_ARN: toRole.role_arn },
    {},
    {
      code: 'TokenFileUnreadable',
      message: 'the token file /nowhere/token (AWS_WEB_IDENTITY_TOKEN_FILE) does not exist',
    },
  ],
  [
    'the token file of a container, which is not there',
    {},
    {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/creds',
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/nowhere/token',
    },
    {},
    { code: 'TokenFileUnreadable', message: expect.stringContaining('AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE') },
  ],
];

test.each(refused)('credentials: %s', async (_, profiles, env, options, expected) => {
  expect(await whoAmI(profiles, env, options)).toMatchObject({ status: 'refused', account: null, ...expected });
  expect(seen.filter(({ call }) => call === 'sts:GetCallerIdentity')).toEqual([]);
});

test('codes are asked for one after the other', async () => {
  const profiles = {
    'profile ci': keys,
    'profile prod': withCode,
    'profile test': { ...withCode, role_session_name: 'test' },
  };
  let asking = 0;
  const most: number[] = [];
  const mfaCode = async () => {
    asking += 1;
    most.push(asking);
    await new Promise((later) => setImmediate(later));
    asking -= 1;
    return '123456';
  };
  await whoAmI(profiles, {}, { profile: 'prod' });
  const read = await liveReader({ accountProfiles: { [ACCOUNT]: 'prod', [ASSUMED]: 'test' }, mfaCode });
  const call = { call: 'iam:GetRole', input: { RoleName: 'x' }, partition: 'aws' };
  await Promise.all([read({ ...call, account: ACCOUNT }), read({ ...call, account: ASSUMED })]);
  expect(most).toEqual([1, 1]);
});
