import { expect, test } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { accessKey } from './fake-aws/keys.ts';
import {
  ACCOUNT,
  environmentKeys,
  keys,
  metadataService,
  type Profiles,
  seen,
  temporary,
  toRole,
  whoAmI,
} from './who-am-i.ts';

/** What is wrong with the profile `prod`, however it was named. */
const broken: readonly (readonly [string, Profiles, object])[] = [
  [
    'it does not exist',
    { 'profile ci': keys, 'profile production': keys, 'sso-session corp': {}, 'services local': {} },
    {
      code: 'ProfileNotFound',
      message: 'there is no profile prod in the AWS config; there are production, ci',
    },
  ],
  [
    'and no other profile',
    {},
    {
      code: 'ProfileNotFound',
      message: 'the profile prod was not found: the AWS config has no profiles, or cannot be read',
    },
  ],
  [
    'there are many others',
    Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`profile of-${index}`, keys])),
    { message: 'there is no profile prod in the AWS config; there are of-0, of-1, of-2, of-3, of-4 and 4 more' },
  ],
  [
    'its source does not exist',
    { 'profile prod': toRole },
    { code: 'ProfileNotFound', message: 'the profile prod takes its credentials from ci, which is not a profile' },
  ],
  [
    'its source has no secret key',
    { 'profile prod': toRole, 'profile ci': { aws_access_key_id: accessKey(ACCOUNT) } },
    { code: 'ProfileUnusable', message: 'the profile ci has no aws_secret_access_key' },
  ],
  [
    'its source takes its credentials from it',
    { 'profile prod': toRole, 'profile ci': { ...toRole, source_profile: 'prod' } },
    {
      code: 'ProfileUnusable',
      message: 'the profile ci and its source_profile prod point at each other',
    },
  ],
  [
    'its role has no source',
    { 'profile prod': { role_arn: toRole.role_arn } },
    {
      code: 'ProfileUnusable',
      message: 'the profile prod has a role_arn, but no source_profile and no credential_source',
    },
  ],
  [
    'it has a source that AWS does not know',
    { 'profile prod': { role_arn: toRole.role_arn, credential_source: 'Moon' } },
    { code: 'ProfileUnusable', message: expect.stringContaining('the credential_source Moon') },
  ],
  [
    'it names an SSO session that is not there',
    { 'profile prod': { sso_session: 'corp', sso_account_id: ACCOUNT, sso_role_name: 'Reader' } },
    {
      code: 'ProfileUnusable',
      message: 'the profile prod names the sso-session corp, which is not in the AWS config',
    },
  ],
  [
    'half of its SSO settings are missing',
    { 'profile prod': { sso_start_url: 'https://corp.awsapps.com/start', sso_region: 'eu-west-1' } },
    { code: 'ProfileUnusable', message: 'the profile prod has no sso_account_id and no sso_role_name' },
  ],
  [
    'its token file is not there',
    { 'profile prod': { role_arn: toRole.role_arn, web_identity_token_file: '/nowhere/token' } },
    {
      code: 'TokenFileUnreadable',
      message: 'the token file /nowhere/token (web_identity_token_file of the profile prod) does not exist',
    },
  ],
  [
    'its program fails',
    { 'profile prod': { credential_process: '/bin/sh -c "echo hunter2; echo hunter2 >&2; exit 3"' } },
    { code: 'CredentialProcessFailed', message: 'the credential_process of the profile prod (sh) failed' },
  ],
  [
    'the program of its source fails',
    { 'profile prod': toRole, 'profile ci': { credential_process: '"/nowhere/a tool" --token hunter2' } },
    { code: 'CredentialProcessFailed', message: 'the credential_process of the profile ci failed' },
  ],
  [
    'a variable stands before its program',
    { 'profile prod': { credential_process: 'TOKEN=/hunter2 false' } },
    { code: 'CredentialProcessFailed', message: 'the credential_process of the profile prod failed' },
  ],
  [
    'its program prints something else',
    { 'profile prod': { credential_process: '/bin/echo hunter2' } },
    {
      code: 'CredentialProcessFailed',
      message: 'the credential_process of the profile prod (echo) did not print JSON',
    },
  ],
];

const NAMED: readonly (readonly [Readonly<Record<string, string>>, AwsOptions])[] = [
  [environmentKeys, { profile: 'prod' }],
  [{ ...environmentKeys, AWS_PROFILE: 'prod' }, {}],
];

test.each(broken.flatMap((row) => NAMED.map((named) => [...row, ...named] as const)))(
  'a profile that was named: %s',
  async (_, profiles, expected, env, options) => {
    const said = await whoAmI(profiles, env, options);
    expect(said).toMatchObject({ status: 'refused', account: null, ...expected });
    expect(JSON.stringify(said)).not.toContain('hunter2');
    expect(seen).toEqual([]);
  },
);

test('the default profile is told as well, where it says where its credentials come from', async () => {
  expect(await whoAmI({ default: { ...toRole, source_profile: 'gone' } }, {})).toMatchObject({
    message: 'the profile default takes its credentials from gone, which is not a profile',
  });
});

test('a profile that says nothing of credentials leaves them to what else there is', async () => {
  const url = await metadataService(() => temporary);
  const env = { AWS_PROFILE: 'ci', AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/creds` };
  expect(await whoAmI({ 'profile ci': { region: 'eu-west-1' } }, env)).toMatchObject({
    output: { Source: 'container' },
  });
});
