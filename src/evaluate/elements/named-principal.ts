import { isAccountId, parseArn } from '../../model/arn.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import type { LocatedPrincipal } from '../../policy/policy-document.ts';

/** What an entry of Principal or NotPrincipal names. `nobody`: it never matches. `unclear`: nobody documents whom it covers. */
export type NamedPrincipal =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'account'; readonly account: string; readonly partition: string | null }
  | {
      readonly kind: 'user' | 'role' | 'session' | 'federated-user';
      readonly principal: Principal;
      readonly arn: string;
    }
  | { readonly kind: 'unique-id'; readonly id: string; readonly of: 'user' | 'role' }
  | { readonly kind: 'service'; readonly host: string }
  | { readonly kind: 'provider'; readonly name: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unclear'; readonly who: 'accounts' | 'federated' | 'services' | 'all' };

/**
 * Reads an entry. A wildcard is no part of a name: only `*` alone is one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function readNamedPrincipal({ kind, value }: LocatedPrincipal): NamedPrincipal {
  switch (kind) {
    case '*':
      return value === '*' ? { kind: 'everyone' } : { kind: 'unclear', who: 'all' };
    case 'AWS':
      return readAws(value);
    case 'Service':
      return /[*?]/.test(value) ? { kind: 'unclear', who: 'services' } : { kind: 'service', host: value };
    case 'Federated':
      return /[*?]/.test(value) ? { kind: 'unclear', who: 'federated' } : { kind: 'provider', name: value };
    case 'CanonicalUser':
      // S3's other name of an account, which nothing else shows.
      return { kind: 'unclear', who: 'accounts' };
    default:
      return { kind: 'unclear', who: 'all' };
  }
}

function readAws(value: string): NamedPrincipal {
  if (value === '*') return { kind: 'everyone' };
  if (isAccountId(value)) return { kind: 'account', account: value, partition: null };
  const of = uniqueIdOf(value);
  if (of !== undefined) return { kind: 'unique-id', id: value, of };
  if (/^[0-9a-f]{64}$/.test(value)) return { kind: 'unclear', who: 'accounts' };
  if (/[*?]/.test(value)) return { kind: 'nobody' };
  const principal = parsePrincipal(value);
  switch (principal?.type) {
    case 'root':
      return parseArn(value)?.service === 'iam'
        ? { kind: 'account', account: principal.account ?? '', partition: principal.partition }
        : { kind: 'nobody' };
    case 'user':
    case 'role':
    case 'session':
    case 'federated-user':
      return { kind: principal.type, principal, arn: value };
    default:
      return { kind: 'nobody' };
  }
}
