import type { AwsOptions } from '../gather/aws-options.ts';
import { fallback } from '../gather/readers/fallback.ts';
import { memoize } from '../gather/readers/memoize.ts';
import { readNothing } from '../gather/readers/read-nothing.ts';
import type { Snapshot } from '../gather/snapshot/snapshot.ts';
import { isUnread, snapshotReader } from '../gather/snapshot/snapshot-reader.ts';
import type { Denial } from '../model/denial.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { InputError } from '../model/input-error.ts';
import type { UserOptions } from '../model/question.ts';
import type { Read } from '../model/read.ts';
import { checkInput } from './check-input.ts';
import { diagnoseSubjects } from './diagnose-subjects.ts';
import { jobEnvironment } from './job-environment.ts';
import { ME, ownArn } from './own-arn.ts';
import type { Subject } from './subject.ts';
import { subjectsOfText } from './subject.ts';

/** A request without an error text, as `denytrace can` takes it. */
export interface BareRequest {
  /** ARN of the caller, the host of a service, `anonymous`, or `me` for the current identity. */
  readonly principal: string;
  /** `s3:GetObject`, or a pattern. */
  readonly action: string;
  /** ARN; `*` where it is left out. */
  readonly resource?: string;
}

/** What to diagnose. */
export type DiagnoseInput = { readonly text: string } | { readonly denial: Denial } | { readonly request: BareRequest };

/** Where the facts come from, and what the user adds to them: all of it may be left out. Documents are parsed JSON. */
export interface DiagnoseOptions {
  /**
   * Where policies are read: an opened snapshot; AWS, where `{}` stands for the usual credentials; or nowhere, which is the default: then
   * the text alone says what it can, and what must be in place is listed.
   */
  readonly source?: Snapshot | AwsOptions | 'none';
  /** How AWS is asked for what the snapshot in `source` does not know. Without it, AWS is not asked. */
  readonly live?: AwsOptions;
  /** Who called, where the text does not say it. */
  readonly caller?: string;
  /** The action, where the text does not say it. */
  readonly action?: string;
  /** ARN of the resource, where the text does not say it, or masks it. */
  readonly resource?: string;
  /** The host of the service that gets a passed role, such as `lambda.amazonaws.com`. */
  readonly service?: string;
  /** Condition keys of the request with their values; a list for a key that can have several. */
  readonly context?: UserOptions['context'];
  /** Condition keys that the request lacked. */
  readonly missing?: readonly string[];
  /** What is assumed instead of read: `{ session: 'none', endpoint: 'none', scp: 'allow', rcp: 'allow' }`. */
  readonly assume?: UserOptions['assume'];
  /** The ExternalId that was sent with sts:AssumeRole. */
  readonly externalId?: string;
  /** A document, or the ARN of a managed policy. */
  readonly sessionPolicy?: unknown;
  /** The policy of the resource, where AWS is not asked for it. */
  readonly resourcePolicy?: unknown;
  /** A service control policy, or a list of them, in place of the organization's. */
  readonly scp?: unknown;
  /** A resource control policy, or a list of them, in place of the organization's. */
  readonly rcp?: unknown;
  /** The policy of the VPC endpoint that the request went through. */
  readonly endpointPolicy?: unknown;
  /** Decoded here; never sent, and in no report. */
  readonly webIdentityToken?: string;
  /** Environment variables of the job that was denied. Only those that say whose job it is are used, never a secret. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The clock; default: the snapshot's, else now. */
  readonly now?: Date;
  /** Ends the calls of AWS early: what was not read then is in the diagnosis as a gap. */
  readonly signal?: AbortSignal;
}

/** Every option: the compiler knows if one is missing here. */
const OPTION_NAMES = {
  source: true,
  live: true,
  caller: true,
  action: true,
  resource: true,
  service: true,
  context: true,
  missing: true,
  assume: true,
  externalId: true,
  sessionPolicy: true,
  resourcePolicy: true,
  scp: true,
  rcp: true,
  endpointPolicy: true,
  webIdentityToken: true,
  environment: true,
  now: true,
  signal: true,
} as const satisfies Readonly<Record<keyof DiagnoseOptions, true>>;

/**
 * Diagnoses a text, a denial or a bare request: one diagnosis for each distinct denial. Whatever AWS answers or refuses is in the diagnosis.
 * The AWS SDK is loaded only for a live source. Rejects with an InputError for an input or option that cannot be used; else only for a bug.
 */
export async function diagnose(input: DiagnoseInput, options: DiagnoseOptions = {}): Promise<readonly Diagnosis[]> {
  checkInput(input, options, Object.keys(OPTION_NAMES));
  const { source = 'none', live, now, environment = {} } = options;
  const read = memoize(await reader(options));
  const taken = isSnapshot(source) && live === undefined ? source.takenAt : null;
  const given = await userOptions(input, options, read);
  return diagnoseSubjects(subjects(input), {
    given,
    read,
    environment: jobEnvironment(environment),
    now: now ?? taken ?? new Date(),
    nowFrom: now === undefined && taken !== null ? 'the snapshot' : 'now',
  });
}

function subjects(input: DiagnoseInput): readonly Subject[] {
  if ('text' in input) return subjectsOfText(input.text);
  if ('denial' in input) return [{ denial: input.denial, count: input.denial.calls ?? 1, text: '' }];
  return [{ denial: null, count: 1, text: '' }];
}

async function userOptions(input: DiagnoseInput, options: DiagnoseOptions, read: Read): Promise<UserOptions> {
  const { context = {}, missing = [], assume = {}, sessionPolicy } = options;
  const { caller, action, resource } = 'request' in input ? await asked(input.request, read) : options;
  return {
    context,
    missing,
    assume,
    ...(caller === undefined ? {} : { caller }),
    ...(action === undefined ? {} : { action }),
    ...(resource === undefined ? {} : { resource }),
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

/** What a bare request says, with the ARN of the current identity where that is asked about. */
async function asked({ principal, action, resource = '*' }: BareRequest, read: Read) {
  if (principal !== ME) return { caller: principal, action, resource };
  const own = await ownArn(read);
  if ('problem' in own) throw new InputError('input.request.principal', own.problem);
  return { caller: own.arn, action, resource };
}

/** A document, or the ARN of the managed policy that was passed. */
function sessionPolicyOf(policy: unknown): NonNullable<UserOptions['sessionPolicy']> {
  return typeof policy === 'string' && policy.startsWith('arn:') ? { arn: policy } : { document: policy };
}

async function reader({ source = 'none', live, signal }: DiagnoseOptions): Promise<Read> {
  if (source === 'none') return readNothing;
  const aws = isSnapshot(source) ? live : source;
  const fromAws = aws === undefined ? readNothing : await askAws(signal === undefined ? aws : { ...aws, signal });
  if (!isSnapshot(source)) return fromAws;
  return aws === undefined ? snapshotReader(source) : fallback(snapshotReader(source), fromAws, isUnread);
}

async function askAws(options: AwsOptions): Promise<Read> {
  const { liveReader } = await import('../gather/live/live-reader.ts');
  return liveReader(options);
}

function isSnapshot(source: DiagnoseOptions['source']): source is Snapshot {
  return typeof source === 'object' && 'held' in source;
}
