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

test('twelve requests at once to IAM, and never more', async () => {
  let waiting: (() => void)[] = [];
  const answerAll = () => {
    for (const each of waiting) each();
    waiting = [];
  };
  // Another service is not held up. When it has answered, a thirteenth request would have been sent too.
  const message = { call: 'sts:DecodeAuthorizationMessage', account: null, input: { EncodedMessage: 'x' } };
  const read = await reading(async (request) => {
    if (request.call === message.call) return answer(request, { DecodedMessage: '{}' });
    await new Promise<void>((go) => {
      waiting.push(go);
      if (waiting.length === 12) void read(message).then(answerAll);
    });
    return answer(request, { Role: { RoleName: request.input['RoleName'] } });
  });
  const answers = await Promise.all(roles(60).map(read));
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill('answered'));
  expect(aws.mostAtOnce.get('iam')).toBe(12);
  // Connections are kept: one each, and one for STS.
  expect(aws.connections.size).toBeLessThanOrEqual(13);
});

test('throttled answers leave two requests at once', async () => {
  const message = { call: 'sts:DecodeAuthorizationMessage', account: null, input: { EncodedMessage: 'x' } };
  const throttled = new Set<string>();
  let waiting: (() => void)[] = [];
  let open = false;
  let second = () => {};
  const twoWait = new Promise<void>((resolve) => {
    second = resolve;
  });
  const read = await reading(async (request) => {
    if (request.call === message.call) return answer(request, { DecodedMessage: '{}' });
    const name = request.input['RoleName'] ?? '';
    if (throttled.size < 12) {
      throttled.add(name);
      return refusal(request, 'Throttling', 'Rate exceeded');
    }
    if (!throttled.has(name) && !open)
      await new Promise<void>((go) => {
        waiting.push(go);
        if (waiting.length === 2) second();
      });
    return answer(request, { Role: { RoleName: name } });
  });
  const answers = roles(20).map(read);
  await Promise.all(answers.slice(0, 12));
  await twoWait;
  // By the time that another service has answered, a third request would have been sent too.
  await read(message);
  expect(waiting).toHaveLength(2);
  open = true;
  for (const go of waiting) go();
  waiting = [];
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(20).fill('answered'));
});

test('when the time is over, everything that is pending or waits for its turn is refused, and no connection hangs', async () => {
  const stop = new AbortController();
  let hanging = 0;
  const read = await reading(
    () => {
      hanging += 1;
      if (hanging === 8) stop.abort();
      return 'hang';
    },
    { signal: stop.signal },
  );
  const answers = await Promise.all(roles(20).map(read));
  expect(new Set(answers.map((one) => (one.status === 'refused' ? one.code : one.status)))).toEqual(
    new Set(['Stopped']),
  );
  expect(hanging).toBe(8);
  expect(await Promise.all(roles(1).map(read))).toMatchObject([{ code: 'Stopped' }]);
  expect(hanging).toBe(8);
  // The one that asked who the credentials are is idle, and keeps no process alive.
  await vi.waitFor(() => expect(aws.connections.size).toBeLessThanOrEqual(1));
});

test('the time of an option is kept', async () => {
  const read = await reading(() => 'hang', { timeout: 0.5 });
  expect(await Promise.all(roles(20).map(read))).toMatchObject(Array(20).fill({ code: 'Timeout' }));
});

test('the last refusal is told where the time is over', async () => {
  const stop = new AbortController();
  let attempts = 0;
  const read = await reading(
    (request) => {
      attempts += 1;
      if (attempts === 2) stop.abort();
      return refusal(request, 'Throttling', 'Rate exceeded');
    },
    { signal: stop.signal },
  );
  expect(await Promise.all(roles(1).map(read))).toMatchObject([
    { code: 'Stopped', message: 'the reading was stopped; the last attempt: Throttling: Rate exceeded' },
  ]);
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
  expect(stopped).toMatchObject({ status: 'refused', code: 'Stopped' });
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
