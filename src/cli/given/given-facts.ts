import type { GivenFacts } from '../../model/question.ts';
import type { Flags } from '../command-line/flags.ts';
import { readJson, readText } from '../files.ts';
import { UsageError } from '../usage-error.ts';
import { readAssumptions } from './assumptions.ts';
import { checkGiven } from './check-given.ts';
import { readContext } from './context.ts';

/** What the options tell of the request; files are read here. */
export function givenFacts(flags: Flags): GivenFacts {
  checkGiven(flags);
  return {
    ...optional('caller', flags.caller),
    ...optional('action', flags.action),
    ...optional('resource', flags.resource),
    ...optional('service', flags.service),
    context: readContext(flags.context),
    missing: flags.noContext,
    ...optional('externalId', flags.externalId),
    ...optional('sessionPolicy', sessionPolicy(flags.sessionPolicy)),
    ...optional('resourcePolicy', document(flags.resourcePolicy)),
    ...optional('scp', document(flags.scp)),
    ...optional('rcp', document(flags.rcp)),
    ...optional('endpointPolicy', document(flags.endpointPolicy)),
    ...optional('webIdentityToken', token(flags.webIdentityToken)),
    assume: readAssumptions(flags.assume),
  };
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T }); // a computed key widens to string
}

function document(path: string | undefined): unknown {
  if (path === undefined) return undefined;
  const value = readJson(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`cannot read ${path}: a policy is a JSON object`);
  return value;
}

function sessionPolicy(value: string | undefined): GivenFacts['sessionPolicy'] {
  if (value === undefined) return undefined;
  return value.startsWith('arn:') ? { arn: value } : { document: document(value) };
}

function token(path: string | undefined): string | undefined {
  return path === undefined ? undefined : readText(path).trim();
}
