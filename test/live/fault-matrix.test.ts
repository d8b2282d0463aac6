import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { askWith } from '../../src/gather/ask.ts';
import { CALLS, type CallName, callEntry } from '../../src/gather/calls.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { Fact } from '../../src/model/fact.ts';
import { ACCOUNT, ANSWERS } from './fake-aws/answers.ts';
import { type FakeAws, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import { answer } from './fake-aws/response.ts';
import { FAULTS, type Fault, type FaultName } from './faults.ts';

interface Case {
  readonly name: string;
  readonly profile: string;
  readonly accessKeyId: string;
  readonly call: CallName;
  readonly fault: Fault;
  readonly faultName: FaultName;
  attempts: number;
}

const calls = Object.keys(CALLS) as CallName[]; // the table's own keys
const faults = Object.entries(FAULTS) as [FaultName, Fault][]; // likewise
const cases: readonly Case[] = calls.flatMap((call) =>
  faults.map(([faultName, fault], index) => {
    const number = String(calls.indexOf(call) * faults.length + index);
    const accessKeyId = accessKey(ACCOUNT, number);
    return {
      name: `${call}: ${faultName}`,
      profile: `case-${number}`,
      accessKeyId,
      call,
      fault,
      faultName,
      attempts: 0,
    };
  }),
);
const byKey = new Map(cases.map((one) => [one.accessKeyId, one]));

let aws: FakeAws;
beforeAll(async () => {
  aws = await startFakeAws((request) => {
    const one = byKey.get(request.accessKeyId);
    if (one === undefined) throw new Error(`nobody has the key ${request.accessKeyId}`);
    const canned = answer(request, ANSWERS[request.call as CallName].output); // a call outside the table fails the test
    if (request.call !== one.call) return canned;
    one.attempts += 1;
    return one.fault.at(request, one.attempts) ?? canned;
  });
  const profiles = cases.map((one) => [`profile ${one.profile}`, staticKeys(one.accessKeyId)] as const);
  for (const [name, value] of Object.entries(environment(aws.url, writeConfig(Object.fromEntries(profiles)))))
    vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** The fact that the read comes to, asked for as gather asks. */
async function factOf({ call, fault, profile }: Case): Promise<Fact<unknown>> {
  const read = await liveReader({ profile, timeout: fault.seconds });
  const site = { account: ACCOUNT, partition: 'aws', region: 'eu-west-1', who: 'account-admin' as const };
  return askWith(read)(site, { call, input: ANSWERS[call].input, what: 'it', read: (output) => output });
}

function problemWith({ call, fault, faultName }: Case, fact: Fact<unknown>): string | undefined {
  if (fact.status === 'known') return fault.codes.length === 0 ? undefined : 'a fact where there is none';
  const isAbsent = callEntry(call)?.absent === `${faultName}Exception`;
  if (fact.status === 'absent') return isAbsent ? undefined : 'absent where AWS did not say so';
  if (isAbsent) return `not absent: ${fact.gap.code}`;
  if (fact.gap.permission !== call || fact.gap.kind !== 'refused') return `a gap for ${fact.gap.permission}`;
  return fault.codes.includes(fact.gap.code ?? '') ? undefined : `the code ${fact.gap.code}`;
}

test('whatever goes wrong with a read, it ends in its time, and never as a fact', { timeout: 60_000 }, async () => {
  const waiting = [...cases];
  const outcome = { known: 0, absent: 0, unreadable: 0 };
  const problems: string[] = [];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const fact = await factOf(one);
      outcome[fact.status] += 1;
      const problem = problemWith(one, fact);
      if (problem !== undefined) problems.push(`${one.name}: ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  process.stdout.write(
    `fault matrix: ${calls.length} calls × ${faults.length} faults = ${cases.length} runs: ${JSON.stringify(outcome)}\n`,
  );
  expect(problems).toEqual([]);
});
