import { type Command, CommanderError } from 'commander';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import { checkFlags } from './check-flags.ts';
import type { CommandName } from './command-name.ts';
import { findCommand } from './find-command.ts';
import type { Flags, Request } from './flags.ts';
import { helpPage, optionsPage } from './help-page.ts';
import { hintFor, mistakenFor } from './hints.ts';
import { isOnceOnly } from './options.ts';
import { PROGRAMS } from './programs.ts';
import { type KnownOptions, splitText } from './split-text.ts';

/** What the command line asks for; help is as wide as `width`. A command line that is wrong is a UsageError. */
export function parseCommandLine(given: readonly string[], width = 80): Request {
  if (given.length === 2 && given[0] === 'help' && given[1] === 'options')
    return { command: 'print', text: optionsPage(width) };
  if (given[0] === 'completion' && given[1] === '--')
    return { command: 'completion', shell: '', words: given.slice(2) };
  const args = askedForHelp(given).map(redactOption);
  const { command, args: rest } = findCommand(args, KNOWN);
  const program = PROGRAMS[command]();
  const { options, words } = command === 'diagnose' ? splitText(rest, KNOWN) : { options: rest, words: [] };
  const mistaken = () => mistakenFor(words, KNOWN);
  const wantsHelp = parse(program, words.length === 0 ? options : [...options, '--', ...words], mistaken);
  if (wantsHelp) return { command: 'print', text: helpPage(command, width) };
  const flags = { ...NOTHING, ...program.opts<Flags & { readonly version?: boolean }>() };
  if (flags.version === true) return { command: 'print', text: `${VERSION}\n` };
  checkFlags(flags);
  return requestOf(command, program.args, flags);
}

/** `help` and `help can`, as many programs have it, are `--help` and `can --help`. */
function askedForHelp(args: readonly string[]): readonly string[] {
  const [first, second, ...more] = args;
  if (first !== 'help' || more.length > 0) return args;
  if (second === undefined) return ['--help'];
  return Object.hasOwn(PROGRAMS, second) ? [second, '--help'] : args;
}

/** What repeatable options are where they are not given. */
const NOTHING = { file: [], snapshot: [], context: [], noContext: [], assume: [], accountProfile: [] } as const;

/** Parses; true where help was asked for. `mistaken`: what was meant, rather, by a command line that is wrong. */
function parse(program: Command, args: readonly string[], mistaken: () => string | null): boolean {
  refuseRepeated(program);
  program.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  try {
    program.parse([...withoutUnknownValues(args)], { from: 'user' });
    return false;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return true;
    throw new UsageError(mistaken() ?? inOneLine(error));
  }
}

/** What an option that does not exist was given may be a secret, and commander would repeat it. */
function withoutUnknownValues(args: readonly string[]): readonly string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  return args.map((arg, index) => {
    const [name = '', ...value] = arg.split('=');
    const isOption = index < end && arg.startsWith('-') && !KNOWN.takesValue(args[index - 1] ?? '');
    return isOption && value.length > 0 && !KNOWN.has(name) ? name : arg;
  });
}

const PREFIX = 'error: ';

/** What commander says, with what it suggests, and where the options are listed. */
function inOneLine({ message }: CommanderError): string {
  const said = (message.startsWith(PREFIX) ? message.slice(PREFIX.length) : message).replaceAll('\n', ' ');
  return `${said}${said.endsWith('.') ? '' : ';'} denytrace help options lists them`;
}

/** A second value would silently take the place of the first: half of what was given would not be looked at. */
function refuseRepeated(program: Command): void {
  for (const option of program.options.filter(isOnceOnly)) {
    let isGiven = false;
    program.on(`option:${option.name()}`, () => {
      if (isGiven) throw new UsageError(`${option.long} can be given only once`);
      isGiven = true;
    });
  }
}

function requestOf(command: CommandName, words: readonly string[], flags: Flags): Request {
  const [first] = words;
  switch (command) {
    case 'diagnose':
      return {
        command,
        text: words.length === 0 ? null : words.join(' '),
        words,
        flags,
        hint: hintFor(words, KNOWN),
        mistaken: mistakenFor(words, KNOWN),
      };
    case 'run':
      return { command, argv: words, flags };
    case 'can':
      return { command, asked: askedOf(words, flags), flags };
    case 'demo':
      return { command, name: first ?? null, flags };
    case 'explain':
      return { command, cause: words.length === 0 ? null : words.join(' '), flags };
    case 'query':
      return { command, engine: first ?? '', flags };
    case 'permissions':
    case 'mcp':
      return { command, flags };
    case 'completion':
      return { command, shell: first ?? '', words: null };
  }
}

/** The request that is asked about; null where a file has the requests. */
function askedOf(words: readonly string[], { file }: Flags): Extract<Request, { command: 'can' }>['asked'] {
  const [principal, action, resource] = words;
  if (principal === undefined || action === undefined) return null;
  if (file.length > 0)
    throw new UsageError('--file has the requests: it cannot be used with a principal and an action');
  return { principal, action, resource: resource ?? null };
}

/** `--redact` has no value, or one behind `=`: the next argument is never it. */
function redactOption(arg: string): string {
  if (!arg.startsWith('--redact=')) return arg;
  if (arg === '--redact=names') return '--redact-names';
  throw new UsageError(`--redact can be --redact or --redact=names, not ${arg}`);
}

let known: ReadonlyMap<string, boolean> | undefined;

/** The options of all commands, and whether they take a value. Made where it is needed only: it takes a parser of each command. */
function optionTable(): ReadonlyMap<string, boolean> {
  const options = new Map<string, boolean>();
  for (const program of Object.values(PROGRAMS)) {
    for (const { long, short, required } of program().options) {
      for (const name of [long, short]) if (name) options.set(name, required);
    }
  }
  return options;
}

const table = () => (known ??= optionTable());

const KNOWN: KnownOptions = {
  has: (option) => table().has(option.split('=')[0] ?? ''),
  takesValue: (option) => table().get(option) ?? false,
  names: () => [...table().keys()],
};
