import type { SnapshotScope } from '../../gather/snapshot/format.ts';
import type { FormatName } from '../../report/formats.ts';

/** The options as they were given, before any file is read. Commands that do not have an option leave it undefined. */
export interface Flags {
  readonly file: readonly string[];
  readonly snapshot: readonly string[];
  readonly snapshotScope?: SnapshotScope;
  readonly live?: boolean;
  readonly aws: boolean;
  readonly tee?: boolean;
  readonly caller?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly service?: string;
  readonly context: readonly string[];
  readonly noContext: readonly string[];
  readonly externalId?: string;
  readonly sessionPolicy?: string;
  readonly resourcePolicy?: string;
  readonly scp?: string;
  readonly rcp?: string;
  readonly endpointPolicy?: string;
  readonly webIdentityToken?: string;
  readonly assume: readonly string[];
  readonly profile?: string;
  readonly accountProfile: readonly string[];
  readonly orgProfile?: string;
  readonly findProfiles?: boolean;
  readonly region?: string;
  readonly timeout?: number;
  readonly format: FormatName;
  readonly all?: boolean;
  readonly record?: string;
  readonly redact?: boolean;
  readonly redactNames?: boolean;
  readonly fixDir?: string;
  readonly fixFormat: 'json' | 'terraform';
  readonly exitZero?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly trace?: boolean;
  readonly color: boolean;
  readonly schema?: boolean;
  readonly report?: string;
  readonly expect: 'allowed' | 'denied';
  readonly wait?: number;
  readonly known?: string;
  readonly terraform?: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly table?: string;
  readonly createTable?: boolean;
}

/** What the command line asks for. */
export type Request =
  | {
      readonly command: 'diagnose';
      readonly text: string | null;
      /** Its arguments, which may be the names of files, or `-`. */
      readonly words: readonly string[];
      readonly flags: Flags;
      /** What may have been meant otherwise. */
      readonly hint: string | null;
      /** What was certainly meant otherwise if the text holds no denial. */
      readonly mistaken: string | null;
    }
  | { readonly command: 'run'; readonly argv: readonly string[]; readonly flags: Flags }
  | {
      readonly command: 'can';
      /** Null: the requests are in the file of --file. */
      readonly asked: { readonly principal: string; readonly action: string; readonly resource: string | null } | null;
      readonly flags: Flags;
    }
  | { readonly command: 'demo'; readonly name: string | null; readonly flags: Flags }
  | { readonly command: 'explain'; readonly cause: string | null; readonly flags: Flags }
  | { readonly command: 'permissions'; readonly flags: Flags }
  | { readonly command: 'query'; readonly engine: string; readonly flags: Flags }
  | { readonly command: 'mcp'; readonly flags: Flags }
  /** `words`: what a shell asks to be completed; null where the script for a shell is wanted. */
  | { readonly command: 'completion'; readonly shell: string; readonly words: readonly string[] | null }
  /** Help, or the version. */
  | { readonly command: 'print'; readonly text: string };
