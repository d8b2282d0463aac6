/**
 * The colours of a report. A Chalk instance is one; without any, everything is plain. What has to be read or copied as a whole (a
 * sentence, a command, a statement) is in the terminal's own colour, which is readable on every background; only symbols, single words,
 * marks and the lines of a change are in others.
 */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** An option of the command line with its value, if it has one: `['--context', 'aws:SourceIp=203.0.113.7']`. */
export type GivenOption = readonly [name: string, value?: string];

/** What was given on the command line and bears on the answer, for the commands that ask the same again. */
export interface GivenOptions {
  /** Options that describe the request: its caller, its context. */
  readonly request: readonly GivenOption[];
  /** Policies in files, and what is taken for granted. */
  readonly policies: readonly GivenOption[];
  /** How AWS is asked: with whose credentials, in which region. */
  readonly asking: readonly GivenOption[];
}

const NOTHING_GIVEN: GivenOptions = { request: [], policies: [], asking: [] };

/** How to print. Everything is optional. */
export interface RenderOptions {
  /** Print all denials; else text and Markdown print the first five and say how many more there are. */
  readonly all?: boolean;
  readonly color?: Palette;
  /** The terminal makes links of OSC 8 sequences. Text only. */
  readonly hyperlinks?: boolean;
  /** Columns of the terminal; 80 where it is not known. Text only. */
  readonly width?: number;
  /** Rows of the terminal: below a report that is longer, its answer is printed again. Undefined for what is no terminal. Text only. */
  readonly height?: number;
  /** `quiet`: one line a denial. `verbose`: also whole documents with their commands, the context, what the passing steps rest on. */
  readonly detail?: 'quiet' | 'normal' | 'verbose';
  /** First and last line of each denial in the input, by the index of its diagnosis; else those of its first occurrence. */
  readonly lines?: readonly (readonly [number, number] | null)[];
  /** The file that the denials stand in, for annotations. */
  readonly file?: string;
  /** Where the input is several files: those of the first and the last line of each denial, by the index of its diagnosis. */
  readonly files?: readonly (readonly [string, string])[];
  /** Where the new documents and their commands were written. */
  readonly fixDir?: string;
  readonly fixFormat?: 'json' | 'terraform';
  /** Passed on by the commands that ask the same again. */
  readonly given?: GivenOptions;
  /** AWS was not asked: everything is from snapshots. */
  readonly offline?: boolean;
}

/** The options with their defaults. */
export interface Settings {
  readonly all: boolean;
  readonly palette: Palette;
  readonly hyperlinks: boolean;
  readonly width: number;
  readonly height: number | null;
  readonly detail: 'quiet' | 'normal' | 'verbose';
  readonly lines: readonly (readonly [number, number] | null)[];
  readonly file: string | null;
  readonly files: readonly (readonly [string, string])[];
  readonly fixDir: string | null;
  readonly fixFormat: 'json' | 'terraform';
  readonly given: GivenOptions;
  readonly offline: boolean;
}

const same = (text: string) => text;

/** No colours at all. */
export const PLAIN: Palette = { bold: same, dim: same, red: same, green: same, yellow: same };

const NARROWEST = 40;

/** Fills in what was not given. */
export function settle(options: RenderOptions): Settings {
  return {
    all: options.all ?? false,
    palette: options.color ?? PLAIN,
    hyperlinks: options.hyperlinks ?? false,
    width: Math.max(NARROWEST, options.width ?? 80),
    height: options.height ?? null,
    detail: options.detail ?? 'normal',
    lines: options.lines ?? [],
    file: options.file ?? null,
    files: options.files ?? [],
    fixDir: options.fixDir ?? null,
    fixFormat: options.fixFormat ?? 'json',
    given: options.given ?? NOTHING_GIVEN,
    offline: options.offline ?? false,
  };
}
