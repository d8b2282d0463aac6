import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/command-line/parse-command-line.ts';
import { type Connected, connect } from '../cli/mcp-client.ts';
import { expectPart } from '../golden.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = resolve(ROOT, 'docs/agents.md');
const SNAPSHOT = 'src/cli/demos/trust-near-miss.json';

describe('the page for coding agents', () => {
  let server: Connected;
  beforeAll(async () => {
    server = await connect();
  });
  afterAll(() => server.close());

  it('lists the tools with their arguments', async () => {
    const { tools } = await server.client.listTools();
    const rows = tools.map(({ name, title, inputSchema }) => {
      const names = Object.keys(inputSchema.properties ?? {}).map((one) =>
        inputSchema.required?.includes(one) === true ? `**${one}**` : one,
      );
      return `| \`${name}\` | ${title} | ${names.join(', ')} |\n`;
    });
    expectPart(PAGE, 'tools', `| tool | | arguments (needed ones bold) |\n| --- | --- | --- |\n${rows.join('')}`);
  });

  it('shows what the server answers', async () => {
    const { incident } = JSON.parse(readFileSync(resolve(ROOT, SNAPSHOT), 'utf8'));
    const given = { text: incident.text.trim(), snapshot: ['prod.json'] };
    expectPart(PAGE, 'call', `\`\`\`json\n${JSON.stringify(given, null, 2)}\n\`\`\`\n`);
    const { text, data } = await server.call('diagnose', { ...given, snapshot: [resolve(ROOT, SNAPSHOT)] });
    const [first = '', second = ''] = text.split('\n\n');
    expectPart(PAGE, 'result', `\`\`\`text\n${first}\n\n${second}\n…\n\`\`\`\n`);
    const [{ answer, verdict, conclusion, causes }] = data.diagnoses;
    const [{ id, rung, fix }] = causes;
    const part = {
      verdict,
      conclusion,
      answer,
      causes: [{ id, rung, fix: { who: fix.who, account: fix.account, check: fix.check } }],
    };
    expectPart(PAGE, 'data', `\`\`\`json\n${JSON.stringify(part, null, 2)}\n\`\`\`\n`);
  });

  it('has configurations that start the server', () => {
    const page = readFileSync(PAGE, 'utf8');
    const starts = Array.from(page.matchAll(/^```json\n([\s\S]*?)^```$/gm), ([, block = '']) =>
      JSON.parse(block),
    ).flatMap(({ mcpServers, servers }) =>
      Object.values<{ command: string; args: string[] }>(mcpServers ?? servers ?? {}),
    );
    expect(starts).toHaveLength(3);
    for (const { command, args } of starts) {
      expect(command).toBe('denytrace');
      expect(parseCommandLine(args).command).toBe('mcp');
    }
    const [, added = ''] = /^claude mcp add denytrace -- denytrace (.*)$/m.exec(page) ?? [];
    expect(parseCommandLine(added.split(' ')).command).toBe('mcp');
  });
});
