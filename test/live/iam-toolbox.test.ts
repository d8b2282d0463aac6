import { afterEach, expect, test, vi } from 'vitest';
import { configuredEndpoint } from '../../src/gather/live/clients/configured-endpoint.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import { type FakeAws, type Respond, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import type { FakeRequest } from './fake-aws/request.ts';
import { answer, refusal } from './fake-aws/response.ts';

const ACCOUNT = '111122223333';
const POLICY = "arn:aws:iam::111122223333:policy/path/it's (all)*";

let aws: FakeAws;
const seen: FakeRequest[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  seen.length = 0;
  await aws.close();
});

async function reading(respond: Respond) {
  aws = await startFakeAws((request) => {
    if (request.call === 'sts:GetCallerIdentity')
      return answer(request, { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/u`, UserId: 'AIDAEXAMPLE' });
    seen.push(request);
    return respond(request);
  });
  const config = writeConfig({ default: staticKeys(accessKey(ACCOUNT)) });
  for (const [name, value] of Object.entries(environment(aws.url, config))) vi.stubEnv(name, value);
  return liveReader({});
}

const details = (authorizationId: string, region?: string) => ({
  call: 'iam:GetRequestAuthorizationDetails',
  account: ACCOUNT,
  input: { authorizationId },
  partition: 'aws',
  ...(region === undefined ? {} : { region }),
});

test('all pages of a record, asked in the region of the denial and signed for IAM', async () => {
  const read = await reading((request) =>
    request.input['nextToken'] === undefined
      ? answer(request, { evaluations: [{ action: 'a' }], policies: [], requestContext: {}, nextToken: 't/+=' })
      : answer(request, { evaluations: [{ action: 'b' }] }),
  );
  expect(await read(details('abc123', 'eu-west-1'))).toMatchObject({
    status: 'answered',
    account: ACCOUNT,
    output: { evaluations: [{ action: 'a' }, { action: 'b' }], policies: [], requestContext: {} },
  });
  expect(seen).toMatchObject([
    { input: { authorizationId: 'abc123' }, region: 'eu-west-1' },
    { input: { authorizationId: 'abc123', nextToken: 't/+=' } },
  ]);
});

test('a policy is asked for by its ARN, whatever letters it has', async () => {
  const read = await reading((request) => answer(request, { policyDocument: {} }));
  const input = { authorizationId: 'abc123', policyUri: POLICY };
  const call = { call: 'iam:GetRequestAuthorizationPolicy', account: ACCOUNT, input, partition: 'aws' };
  expect(await read(call)).toMatchObject({ status: 'answered' });
  expect(seen).toMatchObject([{ input: { policyUri: POLICY } }]);
});

test('a record that is not there yet is waited for', async () => {
  const read = await reading((request) =>
    seen.length < 2
      ? refusal(request, 'ResourceNotFoundException', 'no record', 404)
      : answer(request, { evaluations: [] }),
  );
  expect(await read(details('abc123'))).toMatchObject({ status: 'answered' });
});

test('a record that never appears is refused, not absent', async () => {
  const read = await reading((request) => refusal(request, 'ResourceNotFoundException', 'no record', 404));
  expect(await read(details('abc123'))).toEqual({
    status: 'refused',
    account: ACCOUNT,
    code: 'ResourceNotFoundException',
    message: 'no record',
  });
  expect(seen).toHaveLength(3);
});

test.each(['../roles', 'a/b', 'a?b', 'A', '', 'x'.repeat(257)])(
  'what is no authorization id is not sent: %s',
  async (id) => {
    const read = await reading((request) => answer(request, { evaluations: [] }));
    expect(await read(details(id))).toMatchObject({ code: 'ValidationException' });
    expect(seen).toEqual([]);
  },
);

test('a region that the partition does not have is no host', async () => {
  const read = await reading((request) => answer(request, { evaluations: [] }));
  await read(details('abc123', 'evil-east-1'));
  expect(seen).toMatchObject([{ region: 'us-east-1' }]);
});

test('an endpoint of its own is used, unless endpoints are to be ignored', async () => {
  const read = await reading((request) => answer(request, { evaluations: [] }));
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
  vi.stubEnv('AWS_ENDPOINT_URL_STS', aws.url);
  vi.stubEnv('AWS_ENDPOINT_URL_IAM_TOOLBOX', `${aws.url}/`);
  expect(await read(details('abc123'))).toMatchObject({ status: 'answered' });
  expect(await configuredEndpoint('IAM Toolbox')).toBe(`${aws.url}/`);
  vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true');
  expect(await configuredEndpoint('IAM Toolbox')).toBeUndefined();
});

test('an endpoint in the AWS config', async () => {
  await reading((request) => answer(request, { evaluations: [] }));
  const services = { 'services local': { iam_toolbox: '\n  endpoint_url = http://127.0.0.1:2' } };
  const config = writeConfig({ default: { services: 'local', endpoint_url: 'http://127.0.0.1:3' }, ...services });
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  vi.stubEnv('AWS_CONFIG_FILE', config);
  expect(await configuredEndpoint('IAM Toolbox')).toBe('http://127.0.0.1:2');
  expect(await configuredEndpoint('Other')).toBe('http://127.0.0.1:3');
});
