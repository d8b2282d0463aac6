import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { CALLS } from '../../src/gather/calls/table.ts';
import { loadSdk } from '../../src/gather/live/clients/sdk-client.ts';
import { denytrace } from '../cli/run-bin.ts';
import { exampleOf } from './fake-aws/answers.ts';
import { type FakeAws, type Respond, startFakeAws } from './fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from './fake-aws/keys.ts';
import { answer } from './fake-aws/response.ts';

const ACCOUNT = '111122223333';
const DENIAL =
  `An error occurred (AccessDenied) when calling the ListBuckets operation: User: arn:aws:iam::${ACCOUNT}:user/ana ` +
  'is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action';

let aws: FakeAws | undefined;
const asked: string[] = [];
afterEach(async () => {
  asked.length = 0;
  await aws?.close();
  aws = undefined;
});

async function diagnosed(respond: Respond, ...options: string[]) {
  aws = await startFakeAws((request) => {
    asked.push(request.call);
    return respond(request);
  });
  const settings = environment(aws.url, writeConfig({ default: staticKeys(accessKey(ACCOUNT)) }));
  const env = Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: _, ...rest } = env;
  const { code, stdout, stderr } = await denytrace([...options, '--format', 'json', DENIAL], { env: rest });
  return { code, stderr, ...JSON.parse(stdout).diagnoses[0] };
}

const canned: Respond = (request) => answer(request, exampleOf(request.call).output);

/** More seconds than any machine needs to read what is answered at once. */
const UNHURRIED = ['--timeout', '3600'];

test('a live diagnosis reads, and writes nothing to standard error', async () => {
  const { stderr, steps, conclusion } = await diagnosed(canned, ...UNHURRIED);
  expect(stderr).toBe('');
  expect(conclusion).toBe('explained');
  expect(steps.find((step: { id: string }) => step.id === 'caller').status).toBe('pass');
  expect(new Set(asked)).toContain('iam:ListAttachedUserPolicies');
});

test('a live diagnosis ends in its time, whatever AWS does, and says what it could not read', async () => {
  const { stderr, open } = await diagnosed(() => 'hang', '--timeout', '1');
  expect(stderr).toBe('');
  expect(open.length).toBeGreaterThan(0);
  expect(
    new Set(open.filter((gap: { kind: string }) => gap.kind === 'refused').map((gap: { code: string }) => gap.code)),
  ).toEqual(new Set(['Timeout']));
});

test('a program that uses the library ends by itself, though AWS never answers', async ({ signal }) => {
  aws = await startFakeAws(() => 'hang');
  const settings = environment(aws.url, writeConfig({ default: staticKeys(accessKey(ACCOUNT)) }));
  const library = new URL('../../dist/index.js', import.meta.url).href;
  const program = `
    const { diagnose } = await import(${JSON.stringify(library)});
    const [{ open }] = await diagnose({ text: ${JSON.stringify(DENIAL)} }, { source: { timeout: 1 } });
    console.log(open.some(({ code }) => code === 'Timeout'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...settings },
    signal, // of this test: one that hangs ends its program with it
  });
  expect(stdout).toBe('true\n');
});

test('the library asks AWS for what a snapshot does not know, and for nothing else', async ({ signal }) => {
  aws = await startFakeAws((request) => {
    asked.push(request.call);
    return canned(request);
  });
  const settings = environment(aws.url, writeConfig({ default: staticKeys(accessKey(ACCOUNT)) }));
  const library = new URL('../../dist/index.js', import.meta.url).href;
  const user = { UserName: 'ana', UserId: 'AIDAEXAMPLE', Arn: `arn:aws:iam::${ACCOUNT}:user/ana`, Path: '/' };
  const file = {
    denytrace: 'snapshot/1',
    scope: 'account',
    accounts: { [ACCOUNT]: { authorizationDetails: { UserDetailList: [user] } } },
  };
  const program = `
    const { diagnose, openSnapshot } = await import(${JSON.stringify(library)});
    const options = { source: openSnapshot(${JSON.stringify(file)}), live: { timeout: 3600 } };
    const [{ causes }] = await diagnose({ text: ${JSON.stringify(DENIAL)} }, options);
    console.log(causes[0].id);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...settings },
    signal,
  });
  expect(stdout).toBe('identity.no-allow\n');
  expect(asked).toContain('organizations:DescribeOrganization');
  const known = ['iam:GetUser', 'iam:ListUserPolicies', 'iam:ListAttachedUserPolicies', 'iam:ListGroupsForUser'];
  expect(asked.filter((call) => known.includes(call))).toEqual([]);
});

test('with --no-aws nothing is asked', async () => {
  await diagnosed(canned, '--no-aws');
  expect(asked).toEqual([]);
});

/** The operations of the SDK whose commands are in the published files. */
async function publishedOperations(service: 'sts' | 'iam' | 'organizations'): Promise<readonly string[]> {
  const chunks = join(import.meta.dirname, '../../dist/chunks');
  const [client, ...others] = readdirSync(chunks).filter((file) =>
    new RegExp(`^client-${service}-\\w+\\.js$`).test(file),
  );
  expect({ client, others }).toEqual({ client: expect.anything(), others: [] });
  const code = readFileSync(join(chunks, client ?? ''), 'utf8');
  const { exports } = await loadSdk(service);
  const operations = Object.keys(exports).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);
  return operations
    .filter((operation) => code.includes(`"${operation}"`))
    .map((operation) => `${service}:${operation}`);
}

test('the published program has no code for a call that is not in the table', async () => {
  const published = await Promise.all((['sts', 'iam', 'organizations'] as const).map(publishedOperations));
  const inTable = Object.entries(CALLS).flatMap(([call, entry]) => ('get' in entry ? [] : [call]));
  // STS's client names the two operations that it does not sign, whichever ones it has.
  const unsigned = ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];
  expect(published.flat().toSorted()).toEqual([...inTable, ...unsigned].toSorted());
});
