import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LATEST_PROTOCOL_VERSION } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import { exampleOf } from '../live/fake-aws/answers.ts';
import { startFakeAws } from '../live/fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from '../live/fake-aws/keys.ts';
import { answer } from '../live/fake-aws/response.ts';
import { CANARY } from '../secrets/planted.ts';
import { connect } from './mcp-client.ts';
import { BIN, denytrace, NAMED } from './run-bin.ts';

const DEMO = join(import.meta.dirname, '../../src/cli/demos/trust-near-miss.json');
const { incident } = JSON.parse(readFileSync(DEMO, 'utf8'));

describe('what is passed to denytrace mcp', () => {
  it('holds for every call, and cannot be passed by a client', async () => {
    const server = await connect(['--snapshot', DEMO]);
    try {
      const { data } = await server.call('diagnose', { text: incident.text });
      expect(data.diagnoses[0].causes[0].id).toBe('trust.near-miss');
      const { text, isError } = await server.call('diagnose', { text: incident.text, snapshot: ['/etc/hostname'] });
      expect([isError, text]).toEqual([
        true,
        'snapshot cannot be passed: the command that started this server has set it for every call',
      ]);
    } finally {
      await server.close();
    }
  });

  it.each([
    [['--no-aws'], ['noAws', 'live', 'profile', 'accountProfile', 'orgProfile', 'findProfiles', 'region']],
    [
      ['--profile', 'audit'],
      ['profile', 'accountProfile', 'orgProfile', 'findProfiles', 'region'],
    ],
  ])('%j takes these arguments from the tools', async (options, taken) => {
    const server = await connect(options);
    try {
      const { tools } = await server.client.listTools();
      const left = Object.keys(tools[0]?.inputSchema.properties ?? {});
      expect(left.filter((name) => taken.includes(name))).toEqual([]);
      expect(left).toContain('timeout');
    } finally {
      await server.close();
    }
  });

  it('is checked before anything is served', async () => {
    expect(await denytrace(['mcp', '--snapshot', '/nonexistent/a.json'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'denytrace: cannot read /nonexistent/a.json: there is no such file\n',
    });
    expect((await denytrace(['mcp', '--record', 'a.json'])).code).toBe(2);
  });
});

it('reads from AWS, with nothing but the protocol on standard output', async () => {
  const asked: string[] = [];
  const aws = await startFakeAws((request) => {
    asked.push(request.call);
    return answer(request, exampleOf(request.call).output);
  });
  const settings = environment(aws.url, writeConfig({ default: staticKeys(accessKey('111122223333')) }));
  const env = Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const server = await connect([], env);
  try {
    const { data } = await server.call('diagnose', { text: NAMED, timeout: 300 });
    expect(data.diagnoses[0].steps[0]).toMatchObject({ id: 'caller' });
    expect(asked).toContain('sts:GetCallerIdentity');
    expect(server.stderr()).toBe('');
    const before = asked.length;
    await server.call('diagnose', { text: NAMED, noAws: true });
    expect(asked).toHaveLength(before);
  } finally {
    await server.close();
    await aws.close();
  }
});

describe('the end of the input', () => {
  const message = (fields: object) => `${JSON.stringify({ jsonrpc: '2.0', ...fields })}\n`;
  const HELLO = message({
    id: 0,
    method: 'initialize',
    params: { protocolVersion: LATEST_PROTOCOL_VERSION, capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  });
  const CALL = message({
    id: 1,
    method: 'tools/call',
    params: { name: 'diagnose', arguments: { text: NAMED, noAws: true } },
  });

  it('ends it with 0, after every call is answered', async () => {
    const { code, stdout, stderr } = await denytrace(['mcp'], { input: `${HELLO}${CALL}` });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first, second, ...more] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([first.id, second.id, more]).toEqual([0, 1, []]);
    expect(second.result.structuredContent.diagnoses[0].conclusion).toBe('explained');
  });

  it('ends it with 0 where nothing came', async () => {
    expect(await denytrace(['mcp'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('ends it where nobody reads what it answers', () => {
    const script = `printf '%s' "$MESSAGES" | "$0" "$1" mcp | true; exit "\${PIPESTATUS[1]}"`;
    const env = { ...process.env, MESSAGES: `${HELLO}${CALL}` };
    expect(execFileSync('bash', ['-c', script, process.execPath, BIN], { env }).toString()).toBe('');
  });

  it('what is no message is said on standard error, and does not end it', async () => {
    const { code, stdout, stderr } = await denytrace(['mcp'], { input: `hello password=${CANARY}\n${HELLO}` });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).id).toBe(0);
    expect(stderr).toMatch(/^denytrace: not a message of the protocol: /);
    expect(stderr).not.toContain(CANARY);
  });
});
