import type { CommandName } from './command-name.ts';
import { endOfOptions, type KnownOptions, splitOptions } from './split-text.ts';

/** The arguments with the command's word taken out, and which command it is. */
export interface FoundCommand {
  readonly command: CommandName;
  readonly args: readonly string[];
}

/**
 * Finds the command. The first word that is no option is one only if what follows fits it: else it is text, since pasted
 * prose may begin with "can" or "run".
 */
export function findCommand(args: readonly string[], known: KnownOptions): FoundCommand {
  const at = firstWord(args, known);
  const word = at === undefined ? undefined : args[at];
  if (at !== undefined && isNamed(word)) {
    const after = args.slice(at + 1);
    if (asksForHelp(after, known) || FITS[word](after, known))
      return { command: word, args: [...args.slice(0, at), ...after] };
  }
  return { command: 'diagnose', args };
}

/** True where the words that follow are what the command wants, and more than nothing. */
export function fitsCommand(command: keyof typeof FITS, after: readonly string[], known: KnownOptions): boolean {
  return after.length > 0 && FITS[command](after, known);
}

type Fits = (after: readonly string[], known: KnownOptions) => boolean;

const FITS = {
  run: (after, known) => after[endOfOptions(after, known)] === '--',
  can: (after, known) => {
    const { options, words } = splitOptions(after, known);
    const [principal, action, , ...more] = words;
    if (principal === undefined) return options.some((option) => option.split('=')[0] === '--file');
    return /^[\w-]+:[\w*?]+$/.test(action ?? '') && more.length === 0;
  },
  demo: (after, known) => isOneName(splitOptions(after, known).words),
  explain: (after, known) => isSearch(splitOptions(after, known).words),
  query: (after, known) => splitOptions(after, known).words.length === 1,
  completion: (after, known) => splitOptions(after, known).words.length === 1,
  permissions: (after, known) => splitOptions(after, known).words.length === 0,
  mcp: (after, known) => splitOptions(after, known).words.length === 0,
} as const satisfies Readonly<Record<Exclude<CommandName, 'diagnose'>, Fits>>;

/** `denytrace run --help`: nothing but options, and help among them. */
function asksForHelp(after: readonly string[], known: KnownOptions): boolean {
  const { words } = splitOptions(after, known);
  return words.length === 0 && after.some((arg) => arg === '--help' || arg === '-h');
}

function isNamed(word: string | undefined): word is keyof typeof FITS {
  return word !== undefined && Object.hasOwn(FITS, word);
}

function isOneName(found: readonly string[]): boolean {
  const [name, ...more] = found;
  return name === undefined || (more.length === 0 && /^[\w.-]+$/.test(name));
}

/** An id, or a few words to search for; more are prose. */
function isSearch(found: readonly string[]): boolean {
  return found.length <= 3 && found.every((word) => /^[\w.:*-]+$/.test(word));
}

/** Index of the first argument that is no option and no option's value; undefined for none, or behind `--`. */
function firstWord(args: readonly string[], known: KnownOptions): number | undefined {
  const end = endOfOptions(args, known);
  return end < args.length && args[end] !== '--' ? end : undefined;
}
