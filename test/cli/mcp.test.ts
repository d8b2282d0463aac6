import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY } from '../secrets/planted.ts';
import { type Connected, connect } from './mcp-client.ts';
import { denytrace, NAMED, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const DEMO = join(import.meta.dirname, '../../src/cli/demos/trust-near-miss.json');
const { incident } = JSON.parse(readFileSync(DEMO, 'utf8'));

const ROLE = 'arn:aws:iam::444455556666:role/prod-deploy';
const CALLER = 'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42';

describe('denytrace mcp', () => {
  let server: Connected;
  beforeAll(async () => {
    server = await connect();
  });
  afterAll(() => server.close());

  it('says who it is and what its tools are: all of them only read', async () => {
    const { tools } = await server.client.listTools();
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(server.client.getServerVersion()).toMatchObject({ name: 'denytrace', version });
    expect(server.client.getServerCapabilities()).toEqual({ tools: {} });
    expect(tools.map(({ name }) => name)).toEqual(['diagnose', 'can', 'explain']);
    for (const { annotations, outputSchema, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, idempotentHint: true });
      expect(outputSchema?.type).toBe('object');
      expect(inputSchema['additionalProperties']).toBe(false);
    }
  });

  it('has no argument that writes, runs or names a file, but for snapshots', async () => {
    const { tools } = await server.client.listTools();
    const names = new Set(tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {})));
    for (const name of ['file', 'record', 'fixDir', 'report', 'known', 'webIdentityToken', 'run'])
      expect(names).not.toContain(name);
    expect(names).toContain('snapshot');
  });

  it('diagnoses as the command does, and gives the same as data', async () => {
    const { text, data, isError } = await server.call('diagnose', { text: incident.text, snapshot: [DEMO] });
    const command = await denytrace(['--snapshot', DEMO, '--format', 'json', incident.text]);
    expect(isError).toBe(false);
    expect(text).toContain('✗ The trust policy does not name this caller');
    expect(data).toEqual(JSON.parse(command.stdout));
    expect(data.diagnoses[0].causes[0].id).toBe('trust.near-miss');
  });

  it('takes what the text leaves out', async () => {
    const { data } = await server.call('diagnose', {
      text: 'An error occurred (AccessDenied) when calling the AssumeRole operation: Access denied',
      caller: CALLER,
      resource: ROLE,
      snapshot: [DEMO],
      context: { 'aws:SourceIp': ['203.0.113.7'] },
      noContext: ['aws:MultiFactorAuthPresent'],
      assume: ['endpoint=none'],
      resourcePolicy: { Policy: { Statement: [] } },
    });
    expect(data.diagnoses[0].request).toMatchObject({ principal: { arn: CALLER }, resource: ROLE });
    expect(data.diagnoses[0].request.context['aws:SourceIp']).toEqual({ values: ['203.0.113.7'] });
  });

  it('finds no denial in a text without one, and says so', async () => {
    const { text, data } = await server.call('diagnose', { text: 'npm ERR! missing script: build', noAws: true });
    expect(data.diagnoses).toEqual([]);
    expect(text).toMatch(/^No AWS access-denied error was found/);
  });

  it('says whether a request would be allowed', async () => {
    const { data } = await server.call('can', {
      principal: CALLER,
      action: 'sts:AssumeRole',
      resource: ROLE,
      snapshot: [DEMO],
    });
    expect(data.diagnoses).toHaveLength(1);
    expect(data.diagnoses[0]).toMatchObject({ denial: null, verdict: 'denied' });
  });

  it('explains a cause, finds causes by words, and lists them', async () => {
    const one = await server.call('explain', { cause: 'trust.near-miss' });
    expect(one.data.causes).toEqual([expect.objectContaining({ id: 'trust.near-miss', why: expect.any(String) })]);
    expect(one.data.causes[0].links[0]).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    const found = await server.call('explain', { cause: 'mfa' });
    expect(found.data.causes.length).toBeGreaterThan(1);
    const all = await server.call('explain');
    expect(all.data.causes.length).toBeGreaterThan(found.data.causes.length);
  });

  it.each([
    ['diagnose', {}, 'text is missing'],
    ['diagnose', { text: '' }, /^text has to /],
    [
      'diagnose',
      { text: NAMED, fixDir: '/tmp' },
      'there is no argument of that name: see the input schema of the tool',
    ],
    ['diagnose', { text: NAMED, timeout: 'long' }, 'timeout has to be number'],
    [
      'diagnose',
      { text: NAMED, assume: ['nothing'] },
      'assume has to be one of session=none, endpoint=none, scp=allow, rcp=allow',
    ],
    [
      'diagnose',
      { text: NAMED, caller: 'ana' },
      'caller wants the ARN of a user, role, session or identity provider, not ana',
    ],
    ['diagnose', { text: NAMED, scp: {} }, 'scp is not a policy (an object with a Statement)'],
    [
      'diagnose',
      { text: NAMED, snapshot: ['/nonexistent/a.json'] },
      'cannot read /nonexistent/a.json: there is no such file',
    ],
    ['diagnose', { text: NAMED, snapshot: ['/dev/zero'] }, 'cannot read /dev/zero: it is not a file'],
    ['diagnose', { text: NAMED, noAws: true, live: true }, /cannot be used together$/],
    ['diagnose', { text: NAMED, context: { a: '1' }, noContext: ['A'] }, /^A is in context and in noContext/],
    ['can', { principal: CALLER, action: 's3:GetObjekt' }, /did you mean s3:GetObject\?$/],
    ['can', { principal: 'ana', action: 's3:GetObject' }, /^ana is not a principal: /],
    ['explain', { cause: 'trust.near-mis' }, /did you mean trust\.near-miss/],
  ] as const)('says what is wrong with a call of %s: %j', async (name, args, sentence) => {
    const { text, isError, data } = await server.call(name, args);
    expect(isError).toBe(true);
    expect(text).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
    expect(data).toBeUndefined();
  });

  it('does not know a tool that there is none of', async () => {
    await expect(server.call('apply')).rejects.toThrow('there is no such tool; there are diagnose, can, explain');
  });

  it('removes secrets from reports, data and errors', async () => {
    const secret = `password=${CANARY}`;
    const found = await server.call('diagnose', { text: `${NAMED} ${secret}`, noAws: true });
    const wrong = await server.call('diagnose', { text: NAMED, caller: secret });
    const path = await server.call('diagnose', { text: NAMED, snapshot: [`/nonexistent/${secret}`] });
    expect([found.isError, wrong.isError, path.isError]).toEqual([false, true, true]);
    expect(JSON.stringify([found, wrong, path])).not.toContain(CANARY);
  });

  it('does not print what a file holds that is no snapshot', async () => {
    const file = join(folder, 'credentials.json');
    writeFileSync(file, JSON.stringify({ client_secret: CANARY, [CANARY]: 1 }));
    const { text, isError } = await server.call('diagnose', { text: NAMED, snapshot: [file] });
    expect(isError).toBe(true);
    expect(text).toContain(file);
    expect(text).not.toContain(CANARY);
  });

  it('answers calls side by side', async () => {
    const answers = await Promise.all([NAMED, SILENT].map((text) => server.call('diagnose', { text, noAws: true })));
    expect(answers.map(({ data }) => data.diagnoses[0].conclusion)).toEqual(['explained', 'inconclusive']);
  });

  it('writes nothing to standard error', () => {
    expect(server.stderr()).toBe('');
  });
});
