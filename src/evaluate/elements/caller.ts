import { isFederated } from '../../model/actions.ts';
import { type Principal, type PrincipalType, parsePrincipal } from '../../model/principal.ts';
import type { AccessRequest, ContextValue } from '../../model/request.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';

/** The caller as the Principal element of a policy can name it. */
export interface Caller {
  /** `identity`: a caller with the token or assertion of an identity provider; which provider is not known. */
  readonly type: PrincipalType | 'identity';
  readonly account: string | null;
  readonly partition: string;
  readonly arn: string;
  readonly name: string;
  /** The path of the role, or of a session's role. `missing`: the request has no aws:PrincipalArn to tell. */
  readonly path: string | 'missing' | 'unknown';
  /** The SAML providers that there are; null where they are not known. */
  readonly samlProviders: readonly string[] | null;
  /** AIDA… or AROA…; null where it is not known. */
  readonly uniqueId: string | null;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function callerOf({ principal, action, context, uniqueId = null, samlProviders }: AccessRequest): Caller {
  const { type, account, partition, name } = principal;
  const caller = {
    type,
    account,
    partition,
    name,
    arn: principal.arn ?? '',
    path: principal.path ?? 'missing',
    samlProviders: samlProviders ?? null,
    uniqueId: null,
  };
  // Credentials take no part in these two operations: a token or an assertion does.
  const isToken = isFederated(action);
  if (isToken && (type !== 'federated' || name === '')) return { ...caller, type: 'identity' };
  if (type !== 'user' && type !== 'role' && type !== 'session') return caller;
  const named = { ...caller, uniqueId: idOf(context.get('aws:userid')) ?? uniqueId };
  return type === 'session' ? { ...named, path: rolePath(principal, context.get('aws:PrincipalArn')) } : named;
}

/** aws:PrincipalArn of a role session is the ARN of the role, with its path. */
function rolePath(session: Principal, key: ContextValue): Caller['path'] {
  if (key.status === 'unknown') return 'unknown';
  const role = key.status === 'known' ? parsePrincipal(key.values[0] ?? '') : undefined;
  const same = role?.type === 'role' && role.name === session.name && role.account === session.account;
  return same ? (role.path ?? '/') : 'missing';
}

/** aws:userid is the unique id; of a session it is followed by the session's name. */
function idOf(key: ContextValue): string | null {
  if (key.status !== 'known') return null;
  const [value = ''] = key.values;
  const [id = ''] = value.split(':');
  return uniqueIdOf(id) === undefined ? null : id;
}
