import type { UserOptions } from '../../model/question.ts';
import { decodeToken } from '../../parse/tokens/decode-token.ts';
import type { Flags } from '../command-line/flags.ts';
import { readText } from '../files.ts';
import { UsageError } from '../usage-error.ts';
import { readAssumptions } from './assumptions.ts';
import { checkGiven } from './check-given.ts';
import { readContext } from './context.ts';
import { readPolicyFile } from './policy-file.ts';

/** The options that describe the request. Reads the files that they name; throws a UsageError for one that is no policy or token. */
export function userOptions(flags: Flags): UserOptions {
  checkGiven(flags);
  const context = readContext(flags.context);
  checkLacking(flags.noContext, context);
  return {
    ...optional('caller', flags.caller),
    ...optional('action', flags.action),
    ...optional('resource', flags.resource),
    ...optional('service', flags.service),
    context,
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

/** A request has a key or lacks it. */
function checkLacking(missing: readonly string[], context: UserOptions['context']): void {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const both = missing.find((key) => given.has(key.toLowerCase()));
  if (both !== undefined)
    throw new UsageError(`--no-context says that ${both} was not in the request, but --context sets it`);
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T }); // a computed key widens to string
}

function document(path: string | undefined): unknown {
  return path === undefined ? undefined : readPolicyFile(path);
}

function sessionPolicy(value: string | undefined): UserOptions['sessionPolicy'] {
  if (value === undefined) return undefined;
  return value.startsWith('arn:') ? { arn: value } : { document: document(value) };
}

function token(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const text = readText(path).trim();
  if (decodeToken(text, '--web-identity-token') === undefined)
    throw new UsageError(`cannot read ${path}: it is not a JSON web token`);
  return text;
}
