import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import { textOf } from '../../src/causes/texts/text-of.ts';
import { denytrace } from '../cli/run-bin.ts';

const PATH = resolve(import.meta.dirname, '../../README.md');

/** DENYTRACE_UPDATE_README=1 writes the parts that are made from the product; the difference is to be read. */
const UPDATE = process.env['DENYTRACE_UPDATE_README'] === '1';

function expectPart(name: string, content: string): void {
  const readme = readFileSync(PATH, 'utf8');
  const part = new RegExp(`(<!-- ${name}:[^\\n]*-->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);
  expect(readme).toMatch(part);
  if (UPDATE)
    writeFileSync(
      PATH,
      readme.replace(part, (_, start: string, _old, end: string) => start + content + end),
    );
  else expect(part.exec(readme)?.[2]).toBe(content);
}

describe('the README', () => {
  it('shows what the demo prints', async () => {
    const { stdout } = await denytrace(['demo']);
    expectPart('demo', `\`\`\`text\n${stdout}\`\`\`\n`);
  });

  it('shows the policy that denytrace permissions prints', async () => {
    const { stdout } = await denytrace(['permissions']);
    expectPart('permissions', `\`\`\`json\n${stdout}\`\`\`\n`);
  });

  it('lists every cause', () => {
    const rows = CAUSES.map(({ id }) => `| \`${id}\` | ${textOf(id)?.what.replaceAll('|', '\\|')} |`).toSorted();
    expectPart('causes', ['| cause | what it means |', '| --- | --- |', ...rows, ''].join('\n'));
  });

  it('names no option that there is not', async () => {
    const helps = await Promise.all(
      [[], ['can'], ['run'], ['permissions']].map((command) => denytrace([...command, '--help'])),
    );
    const known = helps.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []);
    const named = readFileSync(PATH, 'utf8').match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(15);
    // The last one is npm's.
    expect(named.filter((option) => ![...known, '--global'].includes(option))).toEqual([]);
  });
});
