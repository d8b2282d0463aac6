import { describe, expect, it } from 'vitest';
import { hasHyperlinks } from '../../src/cli/output/hyperlinks.ts';

describe('a terminal makes links', () => {
  it.each([
    [true, { TERM_PROGRAM: 'iTerm.app' }],
    [true, { TERM: 'xterm-kitty' }],
    [true, { VTE_VERSION: '7600' }],
    [true, { WT_SESSION: 'a' }],
    [false, {}],
    [false, { TERM: 'xterm-256color' }],
    [false, { TERM_PROGRAM: 'Apple_Terminal' }],
    [false, { VTE_VERSION: '4800' }],
    [false, { TERM_PROGRAM: 'vscode', TERM: 'dumb' }],
    [false, { TERM_PROGRAM: 'vscode', CI: 'true' }],
    [false, { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' }],
    [true, { FORCE_HYPERLINK: '1' }],
  ])('%s: %o', (links, env) => {
    expect(hasHyperlinks({ isTerminal: true }, env)).toBe(links);
  });

  it('and a file or a pipe does not', () => {
    expect(hasHyperlinks({ isTerminal: false }, { TERM_PROGRAM: 'iTerm.app' })).toBe(false);
  });
});
