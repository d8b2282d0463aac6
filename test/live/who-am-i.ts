import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { ReadAnswer } from '../../src/model/read.ts';
import { startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, accountOfKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import type { FakeRequest } from './fake-aws/request.ts';
import { answer, refusal } from './fake-aws/response.ts';

export const ACCOUNT = '111122223333';
export const ASSUMED = '444455556666';

/** What the fake AWS was asked by the test that is running. */
export const seen: FakeRequest[] = [];

export type Profiles = Parameters<typeof writeConfig>[0];

/** Who one is, with these profiles, this environment and these options. */
export async function whoAmI(
  profiles: Profiles,
  env: Readonly<Record<string, string>>,
  options: AwsOptions = {},
): Promise<ReadAnswer> {
  const aws = await startFakeAws((request) => {
    seen.push(request);
    if (request.call === 'sts:GetCallerIdentity') {
      const account = accountOfKey(request.accessKeyId);
      return answer(request, { Account: account, Arn: `arn:aws:iam::${account}:user/u`, UserId: 'AIDAEXAMPLE' });
    }
    if (request.input['TokenCode'] === 'wrong')
      return refusal(
        request,
        'AccessDenied',
        'MultiFactorAuthentication failed with invalid MFA one time pass code.',
        403,
      );
    if (request.input['RoleArn']?.endsWith('/forbidden') === true)
      return refusal(request, 'AccessDenied', 'not authorized to perform: sts:AssumeRole', 403);
    return answer(request, {
      Credentials: {
        AccessKeyId: `ASIA${ASSUMED}X`,
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: new Date(Date.now() + 3_600_000),
      },
      AssumedRoleUser: { Arn: `arn:aws:sts::${ASSUMED}:assumed-role/reader/s`, AssumedRoleId: 'AROA:s' },
    });
  });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    seen.length = 0;
    await aws.close();
  });
  const set = { ...environment(aws.url, writeConfig(profiles)), ...env };
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  const read = await liveReader(options);
  return read({ call: 'sts:GetCallerIdentity', account: null, input: {}, partition: 'aws' });
}

export const keys = staticKeys(accessKey(ACCOUNT));
export const environmentKeys = { AWS_ACCESS_KEY_ID: accessKey(ACCOUNT), AWS_SECRET_ACCESS_KEY: 'fake' };
export const toRole = { role_arn: `arn:aws:iam::${ASSUMED}:role/reader`, source_profile: 'ci' };
export const withCode = { ...toRole, mfa_serial: 'arn:aws:iam::111122223333:mfa/ana' };

/** As metadata services give credentials. */
export const temporary = JSON.stringify({
  AccessKeyId: `ASIA${ACCOUNT}X`,
  SecretAccessKey: 's',
  Token: 't',
  Expiration: new Date(Date.now() + 3_600_000).toISOString(),
});

/** A metadata service on this host: its URL. */
export async function metadataService(body: (path: string) => string | undefined): Promise<string> {
  const metadata = createServer((request, response) => {
    const text = body(request.url ?? '/');
    if (text !== undefined) response.end(text);
  });
  await new Promise<void>((listening) => metadata.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    metadata.closeAllConnections();
    metadata.close();
  });
  return `http://127.0.0.1:${(metadata.address() as AddressInfo).port}`; // it listens on a port
}
