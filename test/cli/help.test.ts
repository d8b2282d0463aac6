import { describe, expect, it } from 'vitest';
import { HELPS } from '../../src/cli/command-line/help-texts.ts';
import { parseCommandLine } from '../../src/cli/command-line/parse-command-line.ts';
import { PROGRAMS } from '../../src/cli/command-line/programs.ts';
import { DEMO_NAMES } from '../../src/cli/demo-incidents.ts';

describe('help', () => {
  const names = Object.keys(PROGRAMS).filter((name) => name !== 'diagnose');
  const help = (args: readonly string[], width?: number) => {
    const request = parseCommandLine(args, width);
    return request.command === 'print' ? request.text : '';
  };

  it.each([80, 100])('is no wider than %i columns', (width) => {
    for (const args of [['--help'], ['help', 'options'], ...names.map((name) => [name, '-h'])]) {
      const lines = help(args, width).split('\n');
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('is short, and begins with examples', () => {
    for (const args of [['--help'], ...names.map((name) => [name, '--help'])]) {
      const lines = help(args).trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(60);
      expect(lines.indexOf('Examples:')).toBeLessThan(7);
    }
  });

  it('of the options has every one of every command', () => {
    const page = help(['help', 'options']);
    const options = Object.values(PROGRAMS).flatMap((make) => make().options.filter(({ hidden }) => !hidden));
    expect(options.filter(({ flags }) => !page.includes(`  ${flags}  `))).toEqual([]);
    for (const name of [...names, 'options']) expect(help(['help', name])).not.toBe('');
  });

  it('shows only options that there are', () => {
    for (const [name, { options }] of Object.entries(HELPS)) {
      const page = help(name === 'diagnose' ? ['--help'] : [name, '--help']);
      expect(options.filter((option) => !page.includes(` ${option}`))).toEqual([]);
    }
  });

  it('of demo has the names', () => {
    const page = help(['demo', '--help']);
    expect(DEMO_NAMES.filter((name) => !page.includes(name))).toEqual([]);
  });

  it('has examples that are commands', () => {
    for (const [name, { examples }] of Object.entries(HELPS)) {
      const lines = examples.replaceAll(/\n {4}/g, ' ').split('\n');
      for (const line of lines) {
        const args = Array.from(line.replace(/^.*?denytrace ?| >.*$|\).*$/g, '').matchAll(/"[^"]*"|\S+/g), ([word]) =>
          word.replaceAll('"', ''),
        );
        const { command } = parseCommandLine(args);
        expect(name === 'diagnose' ? names.concat(name) : [name]).toContain(command);
        expect(() => parseCommandLine(args)).not.toThrow();
      }
    }
  });
});
