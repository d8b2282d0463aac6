import type { UserOptions } from '../../model/question.ts';
import { decodeToken } from '../../parse/tokens/decode-token.ts';
import type { Flags } from '../command-line/flags.ts';
import { readText } from '../files.ts';
import { UsageError } from '../usage-error.ts';
import { readAssumptions } from './assumptions.ts';
import { checkGiven } from './check-given.ts';
import { keyInBoth, readContext } from './context.ts';
import { defined } from './defined.ts';
import { readPolicyFile } from './policy-file.ts';

/** The options that describe the request. Reads the files that they name; throws a UsageError for one that is no policy or token. */
export function userOptions(flags: Flags): UserOptions {
  checkGiven(flags);
  const context = readContext(flags.context);
  checkLacking(flags.noContext, context);
  const { caller, action, resource, service, externalId } = flags;
  return {
    ...defined({
      caller,
      action,
      resource,
      service,
      externalId,
      sessionPolicy: sessionPolicy(flags.sessionPolicy),
      resourcePolicy: document(flags.resourcePolicy),
      scp: document(flags.scp),
      rcp: document(flags.rcp),
      endpointPolicy: document(flags.endpointPolicy),
      webIdentityToken: token(flags.webIdentityToken),
    }),
    context,
    missing: flags.noContext,
    assume: readAssumptions(flags.assume),
  };
}

/** A request has a key or lacks it. */
function checkLacking(missing: readonly string[], context: UserOptions['context']): void {
  const both = keyInBoth(context, missing);
  if (both !== undefined)
    throw new UsageError(`--no-context says that ${both} was not in the request, but --context sets it`);
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
