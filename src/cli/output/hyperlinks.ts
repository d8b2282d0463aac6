import type { Host } from '../host.ts';
import type { Output } from './output.ts';

/** Terminals that make links of OSC 8, by TERM_PROGRAM. https://github.com/Alhadis/OSC8-Adoption */
const PROGRAMS: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'zed', 'Hyper', 'rio']);

/** By TERM. */
const TERMS = /^(xterm-(kitty|ghostty)|alacritty|foot|contour|wezterm)/;

/** The libraries of GNOME Terminal and others make links from 0.50.1 on. */
const FIRST_VTE = 5001;

/** True where a stream is a terminal that is known to make links. FORCE_HYPERLINK beats what is known. */
export function hasHyperlinks({ isTerminal }: Pick<Output, 'isTerminal'>, env: Host['env']): boolean {
  const force = env['FORCE_HYPERLINK'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (!isTerminal || env['TERM'] === 'dumb' || (env['CI'] ?? '') !== '') return false;
  return (
    PROGRAMS.has(env['TERM_PROGRAM'] ?? '') ||
    TERMS.test(env['TERM'] ?? '') ||
    Number(env['VTE_VERSION'] ?? 0) >= FIRST_VTE ||
    ['WT_SESSION', 'KONSOLE_VERSION', 'DOMTERM'].some((name) => (env[name] ?? '') !== '')
  );
}
