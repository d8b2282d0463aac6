import { afterEach, expect, test, vi } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { Read } from '../../src/model/read.ts';
import { type FakeAws, type Respond, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import { answer, refusal } from './fake-aws/response.ts';

const ACCOUNT = '111122223333';

let aws: FakeAws;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

async function reading(respond: Respond, options: AwsOptions = {}): Promise<Read> {
  aws = await startFakeAws((request) =>
    request.call === 'sts:GetCallerIdentity'
      ? answer(request, { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/u`, UserId: 'AIDAEXAMPLE' })
      : respond(request),
  );
  const config = writeConfig({ default: staticKeys(accessKey(ACCOUNT)) });
  for (const [name, value] of Object.entries(environment(aws.url, config))) vi.stubEnv(name, value);
  return liveReader(options);
}

const roles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    call: 'iam:GetRole',
    account: ACCOUNT,
    input: { RoleName: `role-${index}` },
    partition: 'aws',
  }));

test('never more than eight requests at once to a service', async () => {
  const read = await reading(async (request) => {
    await new Promise((later) => setTimeout(later, 5));
    return answer(request, { Role: { RoleName: request.input['RoleName'] } });
  });
  const answers = await Promise.all(roles(60).map(read));
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill('answered'));
  expect(aws.mostAtOnce.get('iam')).toBe(8);
});

test('when the time is over, everything that is pending or waits for its turn is refused, and no connection hangs', async () => {
  const read = await reading(() => 'hang', { timeout: 0.5 });
  const answers = await Promise.all(roles(20).map(read));
  expect(new Set(answers.map((one) => (one.status === 'refused' ? one.code : one.status)))).toEqual(
    new Set(['Timeout']),
  );
  await vi.waitFor(() => expect(aws.mostAtOnce.get('iam')).toBe(8));
  const idle = aws.connections.size;
  expect(idle).toBeLessThanOrEqual(8 + 1);
  expect(await read(roles(1)[0] ?? { call: '', account: null, input: {} })).toMatchObject({ code: 'Timeout' });
  await vi.waitFor(() => expect(aws.connections.size).toBeLessThanOrEqual(1));
});

test('the last refusal is told where the time is over', async () => {
  const read = await reading((request) => refusal(request, 'Throttling', 'Rate exceeded'), { timeout: 1 });
  const [answerOfOne] = await Promise.all(roles(1).map(read));
  expect(answerOfOne).toMatchObject({
    code: 'Timeout',
    message: 'no answer in time; the last attempt: Throttling: Rate exceeded',
  });
});

test('who called may end it early', async () => {
  const stop = new AbortController();
  const read = await reading(
    () => {
      stop.abort();
      return 'hang';
    },
    { signal: stop.signal },
  );
  const [stopped] = await Promise.all(roles(1).map(read));
  expect(stopped).toMatchObject({ status: 'refused', code: 'Timeout' });
});

test('nothing is written to the console, whatever the SDK thinks of the setup', async () => {
  const written: unknown[] = [];
  for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void written.push(words));
  const read = await reading((request) => answer(request, { Role: { RoleName: 'x' } }), { profile: 'default' });
  vi.stubEnv('AWS_PROFILE', 'default');
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKey(ACCOUNT));
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  const unnamed = await liveReader({});
  await Promise.all([...roles(30).map(read), ...roles(1).map(unnamed)]);
  vi.restoreAllMocks();
  expect(written).toEqual([]);
});
