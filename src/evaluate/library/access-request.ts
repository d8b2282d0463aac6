import type { EvaluationRequest } from '../../model/evaluation.ts';
import { notGiven } from '../../model/gap.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import type { AccessRequest, ContextValue, RequestContext } from '../../model/request.ts';

const MISSING: ContextValue = { status: 'missing' };
const NOBODY = { arn: null, account: null, partition: 'aws', path: null, sessionName: null, name: '' } as const;

/** The request as it is given: nothing is derived. Throws a TypeError where the principal is an ARN of nothing that can call AWS. */
export function accessRequest(request: EvaluationRequest): AccessRequest {
  const { action, resource, resourceAccount } = request;
  const principal = principalOf(request.principal);
  return { principal, action, resource, resourceAccount, context: contextOf(request) };
}

function principalOf(named: EvaluationRequest['principal']): Principal {
  if (typeof named === 'string') {
    const principal = parsePrincipal(named);
    if (principal === undefined) throw new TypeError(`not the ARN of a user, role, session or account root: ${named}`);
    return principal;
  }
  if ('service' in named) return { ...NOBODY, type: 'service', name: named.service };
  if ('federated' in named) return { ...NOBODY, type: 'federated', name: named.federated };
  return { ...NOBODY, type: 'anonymous' };
}

/** Keys are compared without case. What is not given is missing, unless it is among the unknown keys. */
function contextOf({ context, unknownKeys = [] }: EvaluationRequest): RequestContext {
  const entries = new Map<string, readonly [string, ContextValue]>();
  if (unknownKeys !== '*') for (const key of unknownKeys) entries.set(key.toLowerCase(), [key, unknown(key)]);
  for (const [key, value] of Object.entries(context)) entries.set(key.toLowerCase(), [key, known(value)]);
  return {
    get: (key) => entries.get(key.toLowerCase())?.[1] ?? (unknownKeys === '*' ? unknown(key) : MISSING),
    entries: () => entries.values(),
  };
}

function known(value: string | readonly string[]): ContextValue {
  return typeof value === 'string'
    ? { status: 'known', values: [value], multivalued: false }
    : { status: 'known', values: value, multivalued: true };
}

function unknown(key: string): ContextValue {
  return { status: 'unknown', gap: notGiven({ what: key, toPass: null }) };
}
