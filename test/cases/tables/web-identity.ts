import type { Situation } from './cause-case.ts';
import { AWAY, federated, type Json, TARGET, world } from './world.ts';

export const GITHUB = 'token.actions.githubusercontent.com';
export const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
export const OTHER_EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/FEDCBA9876543210FEDCBA9876543210';
export const MW = 'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity';
export const MAIN = 'repo:octo-org/shop:ref:refs/heads/main';

export function provider(issuer: string, account: string = AWAY): string {
  return `arn:aws:iam::${account}:oidc-provider/${issuer}`;
}

/** A token with these claims; its signature is none. */
export function tokenOf(claims: Json): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

interface TokenParts {
  readonly issuer?: string;
  readonly audience?: string;
  readonly trust: Json | readonly Json[];
  readonly claims?: Json;
  readonly oidc?: Readonly<Record<string, readonly string[]>>;
}

/** A job with a token that asks for the target. */
export function withToken(
  subject: string,
  { issuer = GITHUB, audience = 'sts.amazonaws.com', trust, claims, oidc }: TokenParts,
): Situation {
  const token = tokenOf({ iss: `https://${issuer}`, aud: audience, sub: subject, exp: 1_800_000_000, ...claims });
  return {
    text: MW,
    world: world({ trust, oidc: oidc ?? { [provider(issuer)]: ['sts.amazonaws.com'] } }),
    given: { resource: TARGET, webIdentityToken: token },
  };
}

/** The same without the token: nothing tells what is in it. */
export function withoutToken(trust: Json | readonly Json[], environment?: Situation['environment']): Situation {
  return {
    text: MW,
    world: world({ trust, oidc: { [provider(GITHUB)]: ['sts.amazonaws.com'] } }),
    given: { resource: TARGET },
    ...(environment === undefined ? {} : { environment }),
  };
}

export const AUDIENCE = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };

/** Trust in GitHub for a subject. */
export function github(subject: string | readonly string[], operator = 'StringEquals'): Json {
  const sub = { [`${GITHUB}:sub`]: subject };
  const condition =
    operator === 'StringEquals'
      ? { StringEquals: { ...AUDIENCE, ...sub } }
      : { StringEquals: AUDIENCE, [operator]: sub };
  return federated(provider(GITHUB), condition);
}

/** Trust in any issuer for a subject. */
export function issued(issuer: string, subject: string): Json {
  return federated(provider(issuer), { StringEquals: { [`${issuer}:sub`]: subject } });
}
