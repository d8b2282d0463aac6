import type { CommandName } from './programs.ts';

/** The arguments with the command's word taken out, and which command it is. */
export interface FoundCommand {
  readonly command: CommandName;
  readonly args: readonly string[];
}

/**
 * Finds the command. The first word that is no option is one only if what follows fits it: else it is text, since pasted
 * prose may begin with "can" or "run".
 */
export function findCommand(args: readonly string[], takesValue: (option: string) => boolean): FoundCommand {
  const at = firstWord(args, takesValue);
  const word = at === undefined ? undefined : args[at];
  if (at !== undefined && isNamed(word)) {
    const after = args.slice(at + 1);
    if (asksForHelp(after, takesValue) || FITS[word](after, takesValue))
      return { command: word, args: [...args.slice(0, at), ...after] };
  }
  return { command: 'diagnose', args };
}

type Fits = (after: readonly string[], takesValue: (option: string) => boolean) => boolean;

const FITS = {
  run: (after, takesValue) => after[endOfOptions(after, takesValue)] === '--',
  can: (after, takesValue) => {
    const [principal, action, , ...more] = words(after, takesValue);
    return principal !== undefined && /^[\w-]+:[\w*?]+$/.test(action ?? '') && more.length === 0;
  },
  demo: (after, takesValue) => isOneName(words(after, takesValue)),
  explain: (after, takesValue) => isSearch(words(after, takesValue)),
  permissions: (after, takesValue) => words(after, takesValue).length === 0,
} as const satisfies Readonly<Record<Exclude<CommandName, 'diagnose'>, Fits>>;

/** `denytrace run --help`: nothing but options, and help among them. */
function asksForHelp(after: readonly string[], takesValue: (option: string) => boolean): boolean {
  return words(after, takesValue).length === 0 && after.some((arg) => arg === '--help' || arg === '-h');
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
function firstWord(args: readonly string[], takesValue: (option: string) => boolean): number | undefined {
  const end = endOfOptions(args, takesValue);
  return end < args.length && args[end] !== '--' ? end : undefined;
}

/** Index of the first word, of `--`, or of the end. */
function endOfOptions(args: readonly string[], takesValue: (option: string) => boolean): number {
  let index = 0;
  while (index < args.length) {
    const arg = args[index] ?? '';
    if (arg === '--' || !isOption(arg)) return index;
    index += takesValue(arg) ? 2 : 1;
  }
  return args.length;
}

/** Every argument that is neither an option nor an option's value. */
function words(args: readonly string[], takesValue: (option: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') return [...found, ...args.slice(index + 1)];
    if (!isOption(arg)) found.push(arg);
    else if (takesValue(arg)) index += 1;
  }
  return found;
}

function isOption(arg: string): boolean {
  return arg.length > 1 && arg.startsWith('-');
}
