/** What commander has to take as options, and the words of the text. */
export interface SplitText {
  readonly options: readonly string[];
  readonly words: readonly string[];
}

/** What is known of the options: whether there is one of that name (a value behind `=` is ignored), whether its value is the next argument, and all names. */
export interface KnownOptions {
  readonly has: (option: string) => boolean;
  readonly takesValue: (option: string) => boolean;
  readonly names: () => readonly string[];
}

/**
 * Parts the arguments of a diagnosis. Options are taken wherever they are as long as the text is one argument; of an unquoted paste
 * (several words) only those at its end are, and what looks like one in its middle is text: pasted command lines have options of their own.
 */
export function splitText(args: readonly string[], known: KnownOptions): SplitText {
  const first = endOfOptions(args, known);
  const [before, rest] = [args.slice(0, first), args.slice(first)];
  const [word = '', ...more] = rest;
  if (word === '--') return { options: before, words: more };
  const split = splitOptions(rest, known);
  if (split.words.length <= 1 || /\s/.test(word)) return { options: [...before, ...split.options], words: split.words };
  const end = beginOfLastOptions(rest, known);
  return { options: [...before, ...rest.slice(end)], words: rest.slice(0, end) };
}

/** Every argument that is neither an option nor an option's value, and those that are; behind `--` everything is a word. */
export function splitOptions(args: readonly string[], { takesValue }: KnownOptions): SplitText {
  const options: string[] = [];
  const words: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') return { options, words: [...words, ...args.slice(index + 1)] };
    if (!isOption(arg)) words.push(arg);
    else {
      const end = takesValue(arg) ? index + 2 : index + 1;
      options.push(...args.slice(index, end));
      index = end - 1;
    }
  }
  return { options, words };
}

/** Index of the first word, of `--`, or of the end. */
export function endOfOptions(args: readonly string[], { takesValue }: KnownOptions): number {
  let index = 0;
  while (index < args.length) {
    const arg = args[index] ?? '';
    if (arg === '--' || !isOption(arg)) return index;
    index += takesValue(arg) ? 2 : 1;
  }
  return args.length;
}

/** Index from which on there are only known options with their values; that of the end where the last argument is none. */
function beginOfLastOptions(words: readonly string[], { has, takesValue }: KnownOptions): number {
  const fits = new Set([words.length]);
  for (let index = words.length - 1; index > 0; index -= 1) {
    const word = words[index] ?? '';
    if (isOption(word) && has(word) && fits.has(index + (takesValue(word) ? 2 : 1))) fits.add(index);
  }
  return Math.min(...fits);
}

function isOption(arg: string): boolean {
  return arg.length > 1 && arg.startsWith('-');
}
