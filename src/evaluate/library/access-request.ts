import type { EvaluationRequest } from '../../model/evaluation.ts';
import { notGiven } from '../../model/gap.ts';
import { InputError } from '../../model/input-error.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import { remembering } from '../../model/remembering.ts';
import type { AccessRequest, ContextValue, RequestContext } from '../../model/request.ts';

const MISSING: ContextValue = { status: 'missing' };
const NOBODY = { arn: null, account: null, partition: 'aws', path: null, sessionName: null, name: '' } as const;

/** The request as it is given: nothing is derived. Throws an InputError where the principal can call nothing of AWS, or there is no context. */
export function accessRequest(request: EvaluationRequest): AccessRequest {
  const { action, resource, resourceAccount } = request;
  const principal = principalOf(request.principal);
  return { principal, action, resource, resourceAccount, context: contextOf(request) };
}

function principalOf(named: EvaluationRequest['principal']): Principal {
  if (typeof named === 'string') {
    const principal = principalNamed(named);
    if (principal === undefined)
      throw new InputError('request.principal', `not the ARN of a user, role, session or account root: ${named}`);
    return principal;
  }
  if (typeof named !== 'object' || named === null)
    throw new InputError('request.principal', 'pass an ARN, { service }, { federated } or { anonymous: true }');
  if ('service' in named) return { ...NOBODY, type: 'service', name: named.service };
  if ('federated' in named) return { ...NOBODY, type: 'federated', name: named.federated };
  return { ...NOBODY, type: 'anonymous' };
}

/** The same callers, keys and values come with request after request. */
const principalNamed = remembering(500, parsePrincipal);
const singleValue = remembering(
  1_000,
  (value): ContextValue => ({ status: 'known', values: [value], multivalued: false }),
);
const lowerCase = remembering(2_000, (key) => key.toLowerCase());

/** Keys are compared without case. What is not given is missing, unless it is among the unknown keys. */
function contextOf({ context, unknownKeys = [] }: EvaluationRequest): RequestContext {
  if (typeof context !== 'object' || context === null)
    throw new InputError('request.context', 'pass an object: a string, or a list of strings, by condition key');
  const given = Object.keys(context);
  const values = new Map<string, ContextValue>();
  if (unknownKeys !== '*') for (const key of unknownKeys) values.set(lowerCase(key), unknown(key));
  for (const key of given) {
    const value = context[key];
    if (value !== undefined) values.set(lowerCase(key), known(value));
  }
  const get = (key: string) => values.get(lowerCase(key)) ?? (unknownKeys === '*' ? unknown(key) : MISSING);
  const keys = unknownKeys === '*' ? given : [...unknownKeys, ...given];
  return { get, entries: () => new Map(keys.map((key) => [lowerCase(key), [key, get(key)] as const])).values() };
}

function known(value: string | readonly string[]): ContextValue {
  return typeof value === 'string' ? singleValue(value) : { status: 'known', values: value, multivalued: true };
}

function unknown(key: string): ContextValue {
  return { status: 'unknown', gap: notGiven({ what: key, toPass: null }) };
}
