import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LATEST_PROTOCOL_VERSION } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denytrace, NAMED, SILENT, temporaryFolder } from '../cli/run-bin.ts';
import { exampleOf } from '../live/fake-aws/answers.ts';
import { type FakeAws, startFakeAws } from '../live/fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from '../live/fake-aws/keys.ts';
import { answer } from '../live/fake-aws/response.ts';
import { installNode, NODES } from './install-node.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ACCOUNT = '111122223333';
const LIST_BUCKETS =
  `User: arn:aws:iam::${ACCOUNT}:user/ana is not authorized to perform: s3:ListAllMyBuckets ` +
  'because no identity-based policy allows the s3:ListAllMyBuckets action';
const folder = temporaryFolder();
const log = join(folder, 'build.log');
writeFileSync(log, `one line\n${NAMED}\nand another\n`);

describe.each(NODES)('on Node %s, the built program', (version) => {
  let node: string;
  beforeAll(async () => {
    node = await installNode(version);
  });

  it('says its version', async () => {
    const { version: own } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await denytrace(['--version'], { node })).toMatchObject({ code: 0, stdout: `${own}\n`, stderr: '' });
  });

  it('prints the demo that it prints here', async () => {
    const { code, stdout, stderr } = await denytrace(['demo'], { node });
    expect(stdout).toMatch(/^sts:AssumeRole {2}denied$/m);
    expect({ code, stdout, stderr }).toEqual(pick(await denytrace(['demo'])));
  });

  it('serves an agent as it does here', async () => {
    const initialize = {
      protocolVersion: LATEST_PROTOCOL_VERSION,
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    };
    const call = { name: 'diagnose', arguments: { text: NAMED, noAws: true } };
    const input = [
      { jsonrpc: '2.0', id: 0, method: 'initialize', params: initialize },
      { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call },
    ].map((message) => `${JSON.stringify(message)}\n`);
    const { code, stdout, stderr } = await denytrace(['mcp'], { node, input: input.join('') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { result } = JSON.parse(stdout.trimEnd().split('\n')[1] ?? '');
    const report = await denytrace(['--no-aws', '-q', NAMED]);
    expect(result.content[0].text).toContain('scp.named-by-aws');
    expect(report.stdout).toContain(result.structuredContent.diagnoses[0].causes[0].id);
  });

  it('keeps for the next run what it compiled, where what is published does not fit', async () => {
    const cache = mkdtempSync(join(folder, 'cache-'));
    const env = { XDG_CACHE_HOME: cache, NODE_OPTIONS: '--stack-trace-limit=11' };
    const here = pick(await denytrace(['demo']));
    const kept = [];
    for (let run = 0; run < 3; run += 1) {
      expect(pick(await denytrace(['demo'], { node, env }))).toEqual(here);
      // One that is not used is written anew, and is another file then.
      kept.push(readdirSync(join(cache, 'denytrace')).map((name) => statSync(join(cache, 'denytrace', name)).ino));
    }
    expect(kept).toEqual([[expect.any(Number)], kept[0], kept[0]]);
  });

  it.each([
    ['a piped text', [], NAMED, 1],
    ['a file', ['--file', log], '', 1],
    ['a text that says too little', [SILENT], '', 3],
    ['a text without a denial', ['all is well'], '', 0],
    ['wrong usage', ['--wat'], '', 2],
    ['Markdown', ['--format', 'markdown', NAMED], '', 1],
  ])('reads and prints as it does here: %s', async (_, args, input, code) => {
    const all = ['--no-aws', ...args];
    const found = pick(await denytrace(all, { node, input }));
    expect(found.code).toBe(code);
    expect(found).toEqual(pick(await denytrace(all, { input })));
  });

  it('prints JSON', async () => {
    const { code, stdout, stderr } = await denytrace(['--no-aws', '--format', 'json', NAMED], { node });
    const { schema, diagnoses } = JSON.parse(stdout);
    expect({ code, stderr, schema }).toEqual({ code: 1, stderr: '', schema: 'denytrace/1' });
    expect(diagnoses).toMatchObject([{ conclusion: 'explained', causes: [{ id: 'scp.named-by-aws' }] }]);
  });

  it('runs a command and exits as it did', async () => {
    const script = `console.error(${JSON.stringify(NAMED)}); process.exitCode = 7`;
    const { code, stderr } = await denytrace(['run', '--no-aws', '--', node, '-e', script], { node });
    expect(code).toBe(7);
    expect(stderr).toContain('scp.named-by-aws');
  });

  describe('against AWS', () => {
    let aws: FakeAws;
    beforeAll(async () => {
      aws = await startFakeAws((request) => answer(request, exampleOf(request.call).output));
    });
    afterAll(() => aws.close());

    it('reads, and neither the SDK nor Node warns of anything', async () => {
      const settings = environment(aws.url, writeConfig({ default: staticKeys(accessKey(ACCOUNT)) }));
      const set = Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: _, ...env } = Object.fromEntries(set);
      const args = ['--timeout', '3600', '--format', 'json', LIST_BUCKETS];
      const { stdout, stderr } = await denytrace(args, { node, env });
      expect(stderr).toBe('');
      const [{ steps }] = JSON.parse(stdout).diagnoses;
      expect(steps).toContainEqual(expect.objectContaining({ id: 'caller', status: 'pass' }));
    });
  });
});

function pick({ code, stdout, stderr }: Awaited<ReturnType<typeof denytrace>>) {
  return { code, stdout, stderr };
}
