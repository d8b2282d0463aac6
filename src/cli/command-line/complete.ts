import type { Command, Option } from 'commander';
import { CAUSES } from '../../causes/registry.ts';
import { serviceFacts, serviceIndex } from '../../reference/service-facts.ts';
import { DEMO_NAMES } from '../demo-incidents.ts';
import type { CommandName } from './command-name.ts';
import { ENGINES } from './engines.ts';
import { HELPS } from './help-texts.ts';
import { PROGRAMS } from './programs.ts';

/** What may stand where somebody is typing. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** True where it may be the name of a file as well. */
  readonly files: boolean;
}

interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** The shells that there is a completion for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const NOTHING: Completion = { candidates: [], files: false };
const FILES: Completion = { candidates: [], files: true };

/** Completes the last of the words, which is what has been typed of it; the others are those between `denytrace` and it. */
export function complete(words: readonly string[]): Completion {
  const current = words.at(-1) ?? '';
  const { command, at } = commandIn(words.slice(0, -1));
  const program = PROGRAMS[command]();
  const before = at === undefined ? words.slice(0, -1) : words.slice(0, -1).filter((_, index) => index !== at);
  if (before.includes('--')) return FILES;
  const [name = '', ...value] = current.split('=');
  const assigned = value.length === 0 ? undefined : optionOf(program, name);
  if (assigned !== undefined) return startingWith(current, prefixed(`${name}=`, valuesOf(assigned, value.join('='))));
  const last = optionOf(program, before.at(-1) ?? '');
  if (last?.required === true) return startingWith(current, valuesOf(last, current));
  if (current.startsWith('-')) return startingWith(current, listed(optionsOf(program)));
  return startingWith(current, wordOf(command, wordsIn(before, program), current));
}

/** The command's word, and where it is; a diagnosis has none. */
function commandIn(before: readonly string[]): { readonly command: CommandName; readonly at?: number } {
  const main = PROGRAMS.diagnose();
  const at = before.findIndex(
    (word, index) => !word.startsWith('-') && !optionOf(main, before[index - 1] ?? '')?.required,
  );
  const word = before[at];
  return word !== undefined && isCommand(word) ? { command: word, at } : { command: 'diagnose' };
}

function isCommand(word: string): word is CommandName {
  return word !== 'diagnose' && Object.hasOwn(PROGRAMS, word);
}

/** How many words there are already. */
function wordsIn(before: readonly string[], program: Command): number {
  return before.filter((word, index) => !word.startsWith('-') && !optionOf(program, before[index - 1] ?? '')?.required)
    .length;
}

function optionOf(program: Command, name: string): Option | undefined {
  return program.options.find(({ long, short }) => name !== '' && (name === long || name === short));
}

function optionsOf(program: Command): readonly Candidate[] {
  return program
    .createHelp()
    .visibleOptions(program)
    .map(({ long, short, description }) => ({ value: long ?? short ?? '', description }));
}

/** The values of an option: its choices, actions, or files. */
function valuesOf({ long, flags, argChoices }: Option, typed: string): Completion {
  if (argChoices !== undefined) return listed(argChoices.map(plain));
  if (long === '--action') return listed(actions(typed));
  return /<(file|folder)\b/.test(flags) ? FILES : NOTHING;
}

/** What may be the word after so many others. */
function wordOf(command: CommandName, index: number, typed: string): Completion {
  switch (command) {
    case 'diagnose':
      return index === 0 ? { candidates: commands(), files: true } : NOTHING;
    case 'can':
      if (index === 0) return listed([{ value: 'me', description: 'the current identity' }]);
      return index === 1 ? listed(actions(typed)) : NOTHING;
    case 'demo':
      return index === 0 ? listed(DEMO_NAMES.map(plain)) : NOTHING;
    case 'explain':
      return index === 0 ? listed(CAUSES.map(({ id }) => plain(id))) : NOTHING;
    case 'query':
      return index === 0 ? listed(ENGINES.map(plain)) : NOTHING;
    case 'completion':
      return index === 0 ? listed(SHELLS.map(plain)) : NOTHING;
    case 'run':
      return listed([{ value: '--', description: 'the command follows' }]);
    case 'permissions':
    case 'mcp':
      return NOTHING;
  }
}

function commands(): readonly Candidate[] {
  const named = Object.entries(HELPS).filter(([name]) => name !== 'diagnose');
  return [
    ...named.map(([value, { summary }]) => ({ value, description: summary })),
    { value: 'help', description: '' },
  ];
}

/** The services, with a colon behind them; or the actions of the one that is typed. */
function actions(typed: string): readonly Candidate[] {
  const [service = ''] = typed.split(':');
  if (!typed.includes(':')) return Object.keys(serviceIndex()?.services ?? {}).map((prefix) => plain(`${prefix}:`));
  return (serviceFacts(service)?.actionNames ?? []).map((name) => plain(`${service}:${name}`));
}

function plain(value: string): Candidate {
  return { value, description: '' };
}

function listed(candidates: readonly Candidate[]): Completion {
  return { candidates, files: false };
}

function prefixed(prefix: string, { candidates, files }: Completion): Completion {
  return { candidates: candidates.map((one) => ({ ...one, value: `${prefix}${one.value}` })), files };
}

function startingWith(typed: string, { candidates, files }: Completion): Completion {
  const low = typed.toLowerCase();
  return { candidates: candidates.filter(({ value }) => value.toLowerCase().startsWith(low)), files };
}
