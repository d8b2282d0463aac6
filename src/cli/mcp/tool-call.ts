import type { SnapshotScope } from '../../gather/snapshot/format.ts';

/** The names of the tools. */
export type ToolName = 'diagnose' | 'can' | 'explain';

/** The arguments of a tool, after its input schema accepted them: each tool has some of them. Policies are JSON. */
export interface ToolArguments {
  readonly text?: string;
  readonly principal?: string;
  readonly cause?: string;
  readonly caller?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly service?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly noContext?: readonly string[];
  readonly externalId?: string;
  readonly sessionPolicy?: string | object;
  readonly resourcePolicy?: object;
  readonly scp?: object;
  readonly rcp?: object;
  readonly endpointPolicy?: object;
  readonly assume?: readonly string[];
  readonly snapshot?: readonly string[];
  readonly snapshotScope?: SnapshotScope;
  readonly live?: boolean;
  readonly noAws?: boolean;
  readonly profile?: string;
  readonly accountProfile?: Readonly<Record<string, string>>;
  readonly orgProfile?: string;
  readonly findProfiles?: boolean;
  readonly region?: string;
  readonly timeout?: number;
  readonly all?: boolean;
}

/** What a tool answers: the report, and the same as data. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why a call cannot be answered, in a sentence for the client. */
interface ToolProblem {
  readonly problem: string;
}

/** Answers the call of a tool. Never rejects. */
export type CallTool = (name: ToolName, args: ToolArguments, signal: AbortSignal) => Promise<ToolAnswer | ToolProblem>;
