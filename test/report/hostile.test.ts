import { execFileSync } from 'node:child_process';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { render } from '../../src/report/render.ts';
import { printCommand } from '../../src/report/shell/quote.ts';
import { ATTACKS, hostile, hostileAndOpen } from './diagnoses/hostile.ts';

/** What may not reach a terminal or an eye: controls other than line breaks, bidirectional and invisible characters. */
const HIDDEN = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe.each(FORMAT_NAMES)('a hostile incident as %s', (format) => {
  it.each(['quiet', 'normal', 'verbose'] as const)('shows nothing hidden and no secret (%s)', (detail) => {
    const report = render([hostile, hostileAndOpen], format, { detail, all: true });
    expect(report).not.toMatch(HIDDEN);
    expect(report).not.toContain('wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY');
  });
});

describe('GitHub', () => {
  it('gets one command a denial, and no value begins a line', () => {
    const lines = render([hostile, hostile], 'github', { file: `a,b::c\n${ATTACKS.command}`, all: true })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const [command = '', properties = '', ...message] = line.replace(/^::/, '').split(/(?<=^error) |::/);
      expect(command).toBe('error');
      expect(properties.split(',').map((property) => property.split('=')[0])).toEqual(['file', 'line', 'title']);
      expect(message.join('::')).not.toBe('');
    }
  });
});

describe('Markdown', () => {
  const page = new MarkdownIt({ html: true, linkify: true });

  it('has no link and no HTML but ours, no image, no heading, no table of theirs', () => {
    const tokens = page.parse(render([hostile, hostileAndOpen], 'markdown', { detail: 'verbose' }), {});
    const inline = tokens.flatMap(({ children }) => children ?? []);
    expect(inline.filter(({ type }) => ['image', 'em_open', 's_open'].includes(type))).toEqual([]);
    const links = inline.flatMap((token) => (token.type === 'link_open' ? [token.attrGet('href') ?? ''] : []));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((url) => !/^https:\/\/(docs|console)\.aws\.amazon\.com\/[\w/.#?=%-]*$/.test(url))).toEqual([]);
    const bold = inline.flatMap(({ type }, index) =>
      type === 'strong_open' ? [inline[index + 1]?.content ?? ''] : [],
    );
    for (const text of bold)
      expect(text).toMatch(
        /^(What (?:blocks|decides) it:|What to do:|Please:|All fixes together:|What must be in place|The same call also needs)$/,
      );
    const html = [...tokens, ...inline]
      .filter(({ type }) => type.startsWith('html_'))
      .flatMap(({ content }) => content.match(/<\/?[a-z]+/g) ?? []);
    expect([...new Set(html)].toSorted()).toEqual([
      '</code',
      '</details',
      '</summary',
      '<code',
      '<details',
      '<summary',
    ]);
    const headings = tokens.filter(({ type }) => type === 'heading_open');
    expect(headings.length).toBeLessThan(8);
  });

  it('keeps every code block closed', () => {
    const report = render([hostile, hostileAndOpen], 'markdown');
    const fences = report.split('\n').filter((line) => /^`{3,}/.test(line));
    expect(fences.length % 2).toBe(0);
    expect(page.parse(report, {}).filter(({ type }) => type === 'fence')).toHaveLength(fences.length / 2);
  });
});

describe('commands', () => {
  const argvs = [
    ['aws', 'iam', 'get-role', '--role-name', ATTACKS.shell],
    ['aws', '--query', `it's "quoted" $HOME \`id\` \\ !`, '', ATTACKS.option, '~', '*', '#x', 'a=b'],
  ];

  it.each(argvs.map((argv) => [argv]))('reach the program as they are: %j', (argv) => {
    const command = printCommand(argv) ?? '';
    const got = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
    expect(got.split('\0').slice(0, -1)).toEqual(argv);
  });

  it.each([ATTACKS.escape, ATTACKS.newline, ATTACKS.bidi, ATTACKS.zeroWidth])(
    'are not printed with hidden characters: %j',
    (value) => {
      expect(printCommand(['aws', value])).toBeUndefined();
    },
  );
});

describe('JSON', () => {
  it.each(['json', 'jsonl'] as const)('%s keeps every value as it is', (format) => {
    const parsed: unknown = JSON.parse(render([hostile], format));
    const text = JSON.stringify(parsed);
    for (const attack of Object.values(ATTACKS)) expect(text).toContain(JSON.stringify(attack).slice(1, -1));
  });
});
