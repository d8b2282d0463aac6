import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import { textOf } from '../../src/causes/texts/text-of.ts';
import { denytrace } from '../cli/run-bin.ts';
import { expectPart } from '../golden.ts';

const README = resolve(import.meta.dirname, '../../README.md');

describe('the README', () => {
  it('shows what the demo prints', async () => {
    const { stdout } = await denytrace(['demo']);
    expectPart(README, 'demo', `\`\`\`text\n${stdout}\`\`\`\n`);
  });

  it('shows the policy that denytrace permissions prints', async () => {
    const { stdout } = await denytrace(['permissions']);
    expectPart(README, 'permissions', `\`\`\`json\n${stdout}\`\`\`\n`);
  });

  it('lists every cause', () => {
    const rows = CAUSES.map(({ id }) => `| \`${id}\` | ${textOf(id)?.what.replaceAll('|', '\\|')} |`).toSorted();
    expectPart(README, 'causes', ['| cause | what it means |', '| --- | --- |', ...rows, ''].join('\n'));
  });

  it('names no option that there is not', async () => {
    const helps = await Promise.all(
      [[], ['can'], ['run'], ['permissions']].map((command) => denytrace([...command, '--help'])),
    );
    const known = helps.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []);
    const named = readFileSync(README, 'utf8').match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(15);
    // The last one is npm's.
    expect(named.filter((option) => ![...known, '--global'].includes(option))).toEqual([]);
  });
});

it('the changelog has a section for this version', () => {
  const read = (file: string) => readFileSync(resolve(README, '..', file), 'utf8');
  const { version } = JSON.parse(read('package.json'));
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${version}\\] - (?:Unreleased|\\d{4}-\\d\\d-\\d\\d)$`, 'm'));
});
