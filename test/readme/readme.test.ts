import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace } from '../cli/run-bin.ts';
import { expectPart } from '../golden.ts';

const README = resolve(import.meta.dirname, '../../README.md');

/** What is printed up to a line that begins so; the README says with `…` that there is more. */
function shortened(report: string, end: string): string {
  const cut = report.indexOf(`\n${end}`);
  expect(cut).toBeGreaterThan(0);
  return `${report.slice(0, cut)}\n…\n`;
}

describe('the README', () => {
  it('shows how what the demo prints begins', async () => {
    const { stdout } = await denytrace(['demo']);
    expectPart(README, 'demo', `\`\`\`text\n${shortened(stdout, '✓')}\`\`\`\n`);
  });

  it('shows how what is printed begins for its first text without AWS', async () => {
    const [, text = ''] = /^denytrace "(.*)"$/m.exec(readFileSync(README, 'utf8')) ?? [];
    const { stdout } = await denytrace(['--no-aws', text]);
    expectPart(README, 'text-only', `\`\`\`text\n${shortened(stdout, '     aws iam list-attached')}\`\`\`\n`);
  });

  it('has links that lead to files of the repository', () => {
    const links = Array.from(readFileSync(README, 'utf8').matchAll(/\]\(([^)]+)\)/g), ([, link = '']) => link);
    expect(links).toContain('docs/causes.md');
    expect(links.filter((link) => !existsSync(resolve(README, '..', link)))).toEqual([]);
  });

  it('names no option that there is not', async () => {
    const { stdout } = await denytrace(['help', 'options']);
    const known = stdout.match(/--[a-z][a-z-]+/g) ?? [];
    // The report made from a text alone shows commands of AWS, with options of theirs.
    const own = readFileSync(README, 'utf8').replace(/<!-- text-only:[\s\S]*<!-- \/text-only -->/, '');
    const named = own.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [];
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
