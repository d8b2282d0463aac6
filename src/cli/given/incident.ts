import type { Incident } from '../../gather/snapshot/format.ts';
import type { JobEnvironment } from '../../model/denial-case.ts';
import type { UserOptions } from '../../model/question.ts';
import { UsageError } from '../usage-error.ts';

const TEXTS = ['caller', 'action', 'resource', 'service', 'externalId'] as const;
const DOCUMENTS = ['resourcePolicy', 'scp', 'rcp', 'endpointPolicy'] as const;

/** The options of a diagnosis as an incident keeps them. A web identity token is a credential, and is never kept. */
export function incidentOptions(given: UserOptions, environment: JobEnvironment): Incident['options'] {
  const { context: _context, webIdentityToken: _token, missing, assume, ...plain } = given;
  return {
    ...plain,
    ...(missing.length === 0 ? {} : { missing }),
    ...(Object.keys(assume).length === 0 ? {} : { assume }),
    ...(Object.keys(environment.variables).length === 0 ? {} : { environment: environment.variables }),
  };
}

/** What was given when an incident was recorded, with what is given now on top of it. */
export function replayedOptions({ context, options }: Incident, now: UserOptions): UserOptions {
  const then = {
    ...Object.fromEntries(TEXTS.flatMap((key) => entry(key, textOf(options, key)))),
    ...Object.fromEntries(DOCUMENTS.flatMap((key) => entry(key, options[key]))),
    ...Object.fromEntries(entry('sessionPolicy', sessionPolicyOf(options['sessionPolicy']))),
  };
  return {
    ...then,
    ...now,
    context: { ...context, ...now.context },
    missing: [...textsOf(options, 'missing'), ...now.missing],
    assume: { ...assumeOf(options['assume']), ...now.assume },
  };
}

/** The job that the incident was recorded in, not the one that replays it. */
export function replayedEnvironment({ options }: Incident): JobEnvironment {
  const entries = Object.entries(objectOf(options['environment'], 'environment'));
  return {
    variables: Object.fromEntries(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
  };
}

function entry(key: string, value: unknown): readonly [string, unknown][] {
  return value === undefined || value === null ? [] : [[key, value]];
}

function textOf(options: Incident['options'], key: string): string | undefined {
  const value = options[key];
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw misfit(key, 'a text');
}

function textsOf(options: Incident['options'], key: string): readonly string[] {
  const value = options[key] ?? [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw misfit(key, 'a list of texts');
  return value;
}

function sessionPolicyOf(value: unknown): UserOptions['sessionPolicy'] {
  if (value === undefined || value === null) return undefined;
  const policy = objectOf(value, 'sessionPolicy');
  if (typeof policy['arn'] === 'string') return { arn: policy['arn'] };
  return 'document' in policy ? { document: policy['document'] } : { document: policy };
}

function assumeOf(value: unknown): UserOptions['assume'] {
  const { session, endpoint, scp, rcp } = objectOf(value, 'assume');
  return {
    ...(session === 'none' ? { session } : {}),
    ...(endpoint === 'none' ? { endpoint } : {}),
    ...(scp === 'allow' ? { scp } : {}),
    ...(rcp === 'allow' ? { rcp } : {}),
  };
}

function objectOf(value: unknown, key: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw misfit(key, 'an object');
  return { ...value };
}

function misfit(key: string, wanted: string): UsageError {
  return new UsageError(`the snapshot cannot be used: at /incident/options/${key} it needs ${wanted}`);
}
