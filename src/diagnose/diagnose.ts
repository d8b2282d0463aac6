import type { AwsOptions } from '../gather/aws-options.ts';
import { memoize } from '../gather/readers/memoize.ts';
import { readNothing } from '../gather/readers/read-nothing.ts';
import type { Snapshot } from '../gather/snapshot/snapshot.ts';
import { snapshotReader } from '../gather/snapshot/snapshot-reader.ts';
import type { Denial } from '../model/denial.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { UserOptions } from '../model/question.ts';
import type { Read } from '../model/read.ts';
import { diagnoseSubjects } from './diagnose-subjects.ts';
import type { Subject } from './subject.ts';
import { subjectsOfText } from './subject.ts';

/** A request without an error text, as `denytrace can` takes it. */
export interface BareRequest {
  /** ARN of the caller, a service host, or `anonymous`. */
  readonly principal: string;
  readonly action: string;
  readonly resource?: string;
}

/** What to diagnose. */
export type DiagnoseInput = { readonly text: string } | { readonly denial: Denial } | { readonly request: BareRequest };

/** Where the facts come from, and what the user adds to them. Documents are parsed JSON. */
export interface DiagnoseOptions {
  readonly source: Snapshot | AwsOptions | 'none';
  readonly context?: UserOptions['context'];
  /** Condition keys that the request lacked. */
  readonly missing?: readonly string[];
  readonly assume?: UserOptions['assume'];
  readonly caller?: string;
  readonly service?: string;
  readonly externalId?: string;
  /** A document, or the ARN of a managed policy. */
  readonly sessionPolicy?: unknown;
  readonly resourcePolicy?: unknown;
  readonly scp?: unknown;
  readonly rcp?: unknown;
  readonly endpointPolicy?: unknown;
  readonly webIdentityToken?: string;
  /** The clock; default: the snapshot's, else now. */
  readonly now?: Date;
  readonly signal?: AbortSignal;
}

/**
 * Diagnoses a text, a denial or a bare request: one diagnosis for each distinct denial.
 * Rejects only for a bug; whatever AWS answers or refuses is in the diagnosis. The AWS SDK is loaded only for a live source.
 */
export async function diagnose(input: DiagnoseInput, options: DiagnoseOptions): Promise<readonly Diagnosis[]> {
  const read = await reader(options);
  const taken = isSnapshot(options.source) ? options.source.takenAt : null;
  const given = userOptions(input, options);
  return diagnoseSubjects(subjects(input), {
    given,
    read: memoize(read),
    environment: { variables: {} },
    now: options.now ?? taken ?? new Date(),
    nowFrom: options.now === undefined && taken !== null ? 'the snapshot' : 'now',
  });
}

function subjects(input: DiagnoseInput): readonly Subject[] {
  if ('text' in input) return subjectsOfText(input.text);
  if ('denial' in input) return [{ denial: input.denial, count: 1, text: '' }];
  return [{ denial: null, count: 1, text: '' }];
}

function userOptions(input: DiagnoseInput, options: DiagnoseOptions): UserOptions {
  const { context = {}, missing = [], assume = {}, sessionPolicy } = options;
  const request = 'request' in input ? input.request : undefined;
  const caller = request?.principal ?? options.caller;
  return {
    context,
    missing,
    assume,
    ...(caller === undefined ? {} : { caller }),
    ...(request === undefined ? {} : { action: request.action, resource: request.resource ?? '*' }),
    ...(options.service === undefined ? {} : { service: options.service }),
    ...(options.externalId === undefined ? {} : { externalId: options.externalId }),
    ...(sessionPolicy === undefined ? {} : { sessionPolicy: sessionPolicyOf(sessionPolicy) }),
    ...(options.resourcePolicy === undefined ? {} : { resourcePolicy: options.resourcePolicy }),
    ...(options.scp === undefined ? {} : { scp: options.scp }),
    ...(options.rcp === undefined ? {} : { rcp: options.rcp }),
    ...(options.endpointPolicy === undefined ? {} : { endpointPolicy: options.endpointPolicy }),
    ...(options.webIdentityToken === undefined ? {} : { webIdentityToken: options.webIdentityToken }),
  };
}

/** A document, or the ARN of the managed policy that was passed. */
function sessionPolicyOf(policy: unknown): NonNullable<UserOptions['sessionPolicy']> {
  return typeof policy === 'string' && policy.startsWith('arn:') ? { arn: policy } : { document: policy };
}

async function reader({ source, signal }: DiagnoseOptions): Promise<Read> {
  if (source === 'none') return readNothing;
  if (isSnapshot(source)) return snapshotReader(source);
  const { liveReader } = await import('../gather/live/live-reader.ts');
  return liveReader(signal === undefined ? source : { ...source, signal });
}

function isSnapshot(source: DiagnoseOptions['source']): source is Snapshot {
  return typeof source === 'object' && 'takenAt' in source;
}
