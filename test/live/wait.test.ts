import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { askUntil } from '../../src/cli/can/ask-again.ts';
import type { Host } from '../../src/cli/host.ts';
import { BIN } from '../cli/run-bin.ts';
import { ACCOUNT } from './fake-aws/answers.ts';
import { type FakeAws, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import { answer, refusal } from './fake-aws/response.ts';

/** A clock that only a pause moves. */
function clock() {
  const pauses: number[] = [];
  let time = Date.UTC(2026, 0, 1);
  return {
    pauses,
    now: () => new Date(time),
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
      time += milliseconds;
    },
  };
}

describe('asking again', () => {
  it.each([
    ['the first answer is the wanted one', [true], 60, []],
    ['the third answer is', [false, false, true], 60, [1_000, 2_000]],
    ['none is, until the time is over', [false], 14, [1_000, 2_000, 4_000, 5_000, 2_000]],
    ['there is no time', [false], 0, []],
  ])('ends when %s', async (_, answers, seconds, pauses) => {
    const time = clock();
    let asked = 0;
    const last = await askUntil(
      async () => answers[Math.min(asked++, answers.length - 1)],
      (one) => one === true,
      seconds,
      { ...time, signal: new AbortController().signal },
      async () => {},
    );
    expect({ asked, pauses: time.pauses, last }).toEqual({ asked: pauses.length + 1, pauses, last: answers.at(-1) });
  });

  it('ends with what is known when a signal comes', async () => {
    const stop = new AbortController();
    const time = clock();
    const waiting = { ...time, pause: async () => stop.abort(), signal: stop.signal };
    let asked = 0;
    const ask = async () => ++asked;
    expect(
      await askUntil(
        ask,
        () => false,
        60,
        waiting,
        async () => {},
      ),
    ).toBe(1);
  });
});

const USER = { Path: '/', UserName: 'ana', UserId: 'AIDAEXAMPLEEXAMPLE01', Arn: `arn:aws:iam::${ACCOUNT}:user/ana` };

/** An account that is in no organization, whose user gets the wanted policy when it is read for the `allowedAt`th time. */
function changingAccount(allowedAt: number): Promise<FakeAws> {
  let reads = 0;
  const policy = (action: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
  const answers: Readonly<Record<string, () => object>> = {
    'sts:GetCallerIdentity': () => ({ Arn: USER.Arn, UserId: USER.UserId, Account: ACCOUNT }),
    'iam:GetUser': () => ({ User: { ...USER, CreateDate: '2026-01-01T00:00:00Z' } }),
    'iam:ListUserPolicies': () => ({ PolicyNames: ['inline'], IsTruncated: false }),
    'iam:GetUserPolicy': () => {
      reads += 1;
      const PolicyDocument = encodeURIComponent(policy(reads < allowedAt ? 's3:GetObject' : 's3:ListAllMyBuckets'));
      return { UserName: 'ana', PolicyName: 'inline', PolicyDocument };
    },
    'iam:ListAttachedUserPolicies': () => ({ AttachedPolicies: [], IsTruncated: false }),
    'iam:ListGroupsForUser': () => ({ Groups: [], IsTruncated: false }),
  };
  return startFakeAws((request) => {
    const known = answers[request.call]?.();
    if (known !== undefined) return answer(request, known);
    if (!request.call.startsWith('organizations:')) return refusal(request, 'AccessDenied', 'not allowed', 403);
    return refusal(request, 'AWSOrganizationsNotInUseException', 'not in use');
  });
}

/** Runs the built program in this process, with a clock that only its pauses move. */
async function can(args: readonly string[], aws: FakeAws) {
  for (const [name, value] of Object.entries(
    environment(aws.url, writeConfig({ default: staticKeys(accessKey(ACCOUNT)) })),
  ))
    vi.stubEnv(name, value);
  const time = clock();
  const output = () => {
    const stream = new PassThrough();
    let text = '';
    const write = async (words: string) => {
      text += words;
    };
    return { stream, write, isGone: false, isTerminal: false, columns: undefined, rows: undefined, text: () => text };
  };
  const [stdout, stderr] = [output(), output()];
  const host: Host = {
    stdin: { stream: new PassThrough(), isTerminal: false, file: null },
    stdout,
    stderr,
    env: {},
    now: time.now,
    pause: time.pause,
    interrupts: {
      signal: new AbortController().signal,
      exitCode: () => null,
      holdOff: (_, doing) => doing(),
      release: () => {},
    },
  };
  const { loadProgram, readProgram } = createRequire(import.meta.url)(BIN);
  const { main } = loadProgram(readProgram());
  const code: number = await main(['can', '--timeout', '3600', ...args, 'me', 's3:ListAllMyBuckets'], host);
  return { code, pauses: time.pauses, stdout: stdout.text(), stderr: stderr.text() };
}

describe('the built program, after a change in IAM', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['that has arrived', 1, 0, []],
    ['that arrives at the third look', 3, 0, [1_000, 2_000]],
    ['that does not arrive in time', 9, 1, [1_000, 2_000, 4_000, 3_000]],
  ] as const)('waits for one %s', async (_, allowedAt, code, pauses) => {
    const aws = await changingAccount(allowedAt);
    const ran = await can(['--wait', '10'], aws);
    await aws.close();
    expect({ code: ran.code, pauses: ran.pauses }).toEqual({ code, pauses });
    expect(ran.stdout.match(/^s3:ListAllMyBuckets {2}\w+/gm)).toEqual([
      `s3:ListAllMyBuckets  ${code === 0 ? 'allowed' : 'denied'}`,
    ]);
    expect(ran.stderr).toBe(
      pauses.length === 0 ? '' : 'denytrace: not the expected answer yet; asking again for up to 10 s\n',
    );
  });

  it('looks once where it is not to wait', async () => {
    const aws = await changingAccount(2);
    expect(await can([], aws)).toMatchObject({ code: 1, pauses: [], stderr: '' });
    await aws.close();
  });
});
