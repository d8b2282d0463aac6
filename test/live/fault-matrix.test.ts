import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { askWith } from '../../src/gather/ask/ask.ts';
import { CALLS, type CallName } from '../../src/gather/calls/table.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { Fact } from '../../src/model/fact.ts';
import { ACCOUNT, exampleOf } from './fake-aws/answers.ts';
import { type FakeAws, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import { answer } from './fake-aws/response.ts';
import { FAULTS, type Fault, type FaultName } from './faults.ts';

const WHO = 'sts:GetCallerIdentity';
/** As many as are in work at once, so that each is really sent before the time is over. */
const TOGETHER = 8;
/** Runs at once: the server is in this process too, and must not be late itself. */
const AT_ONCE = 6;

/** One run: some reads, all with the same fault. Its own key tells the server which. */
interface Run {
  readonly profile: string;
  readonly accessKeyId: string;
  readonly faultName: FaultName;
  readonly fault: Fault;
  readonly calls: readonly CallName[];
  readonly attempts: Map<string, number>;
  /** Ends a run that nothing else would end, as the end of its time would, once each of its calls was sent. */
  readonly stop: AbortController;
}

const all = Object.keys(CALLS) as CallName[]; // the table's own keys
const faults = Object.entries(FAULTS) as [FaultName, Fault][]; // likewise
const others = all.filter((call) => call !== WHO);
/** Who the credentials are is asked in every run: it goes wrong in runs of its own. */
const groups = [[WHO], ...others.flatMap((_, at) => (at % TOGETHER === 0 ? [others.slice(at, at + TOGETHER)] : []))];
const runs: readonly Run[] = faults.flatMap(([faultName, fault], row) =>
  groups.map((calls, column) => {
    const number = `${row}-${column}`;
    const accessKeyId = accessKey(ACCOUNT, number);
    return {
      profile: `run-${number}`,
      accessKeyId,
      faultName,
      fault,
      calls: calls as CallName[], // all are of the table
      attempts: new Map(),
      stop: new AbortController(),
    };
  }),
);
const byKey = new Map(runs.map((run) => [run.accessKeyId, run]));

let aws: FakeAws;
beforeAll(async () => {
  aws = await startFakeAws((request) => {
    const run = byKey.get(request.accessKeyId);
    if (run === undefined) throw new Error(`nobody has the key ${request.accessKeyId}`);
    const call = request.call as CallName; // a call outside the table fails the test
    const canned = answer(request, exampleOf(call).output);
    if (!run.calls.includes(call)) return canned;
    const attempt = (run.attempts.get(call) ?? 0) + 1;
    run.attempts.set(call, attempt);
    if (run.fault.endless && run.attempts.size === run.calls.length) run.stop.abort();
    return run.fault.at(request, attempt) ?? canned;
  });
  const profiles = runs.map((run) => [`profile ${run.profile}`, staticKeys(run.accessKeyId)] as const);
  for (const [name, value] of Object.entries(environment(aws.url, writeConfig(Object.fromEntries(profiles)))))
    vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** The facts that the reads of a run come to, asked for as gather asks. */
async function factsOf({ profile, calls, stop }: Run): Promise<readonly (readonly [CallName, Fact<unknown>])[]> {
  const ask = askWith(await liveReader({ profile, signal: stop.signal }));
  const site = { account: ACCOUNT, partition: 'aws', region: 'eu-west-1', who: 'account-admin' as const };
  const asked = calls.map(async (call) => {
    const asking = { call, input: exampleOf(call).input, what: 'it', read: (output: object) => output };
    return [call, await ask(site, asking)] as const;
  });
  return Promise.all(asked);
}

/** Refusals by which AWS says that something does not exist; every other one tells nothing. */
const ABSENT: ReadonlySet<string> = new Set([
  'iam:GetRole NoSuchEntity',
  'iam:GetUser NoSuchEntity',
  'iam:GetInstanceProfile NoSuchEntity',
  'iam:GetOpenIDConnectProvider NoSuchEntity',
  'organizations:DescribeOrganization AWSOrganizationsNotInUse',
]);

function problemWith({ fault, faultName, attempts }: Run, call: CallName, fact: Fact<unknown>): string | undefined {
  if (!attempts.has(call)) return 'never sent';
  if (fact.status === 'known') return fault.codes.length === 0 ? undefined : 'a fact where there is none';
  const isAbsent = ABSENT.has(`${call} ${faultName}`);
  if (fact.status === 'absent') return isAbsent ? undefined : 'absent where AWS did not say so';
  if (isAbsent) return `not absent: ${fact.gap.code}`;
  // No permission helps where AWS refuses the credentials themselves.
  const permission = faultName === 'expired token' ? null : call;
  if (fact.gap.permission !== permission || fact.gap.kind !== 'refused') return `a gap for ${fact.gap.permission}`;
  return fault.codes.includes(fact.gap.code ?? '') ? undefined : `the code ${fact.gap.code}`;
}

test('whatever goes wrong with a read, it ends in its time, and never as a fact', async () => {
  const outcome = { known: 0, absent: 0, unreadable: 0 };
  const problems: string[] = [];
  const waiting = runs.values();
  const worker = async () => {
    for (const run of waiting)
      for (const [call, fact] of await factsOf(run)) {
        outcome[fact.status] += 1;
        const problem = problemWith(run, call, fact);
        if (problem !== undefined) problems.push(`${call}: ${run.faultName}: ${problem}`);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const size = `${all.length} calls × ${faults.length} faults = ${all.length * faults.length} reads`;
  process.stdout.write(`fault matrix: ${size}: ${JSON.stringify(outcome)}\n`);
  expect(problems).toEqual([]);
  expect(outcome.known + outcome.absent + outcome.unreadable).toBe(all.length * faults.length);
});
