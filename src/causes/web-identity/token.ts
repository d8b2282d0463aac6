import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { isWebIdentity } from '../../evidence/federated-call.ts';
import { advise } from '../../grants/advise.ts';
import { addClientId, createProviderOfToken, LIST_OIDC_PROVIDERS } from '../../grants/provider-commands.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence, QuoteEvidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { type CaseCause, caseCause } from '../cause.ts';
import { quotedCause, quotedCauses } from '../runners/quoted-cause.ts';
import { TOKEN_REFUSALS } from '../tables/token-refusals.ts';

const audienceNotRegistered = quotedCause({
  id: 'web-identity.audience-not-registered',
  aspect: 'token',
  phrases: ['Incorrect token audience'],
  summary: ({ token }) =>
    token !== null && token.audiences.length > 0
      ? `The identity provider in IAM does not list the token’s audience (${token.audiences.join(', ')})`
      : 'The identity provider in IAM does not list the audience of the token',
  remedies: (denialCase) => [
    advise('add the audience to the client ids of the identity provider', 'account-admin', addClientId(denialCase)),
  ],
});

const providerMissing = quotedCause({
  id: 'web-identity.provider-missing',
  aspect: 'token',
  phrases: ['No OpenIDConnect provider found in your account for'],
  summary: ({ facts, token }) =>
    `${facts.resourceAccount === null ? 'The account of the role' : `Account ${facts.resourceAccount}`} has no identity provider for ${token?.issuer ?? 'the issuer of the token'}`,
  remedies: (denialCase) => [
    advise(
      'create the identity provider in the account of the role',
      'account-admin',
      LIST_OIDC_PROVIDERS,
      ...createProviderOfToken(denialCase),
    ),
  ],
});

const EXPIRED = ['Token expired: current date/time', 'The web identity token that was passed is expired'];

const tokenExpired = caseCause({
  id: 'web-identity.token-expired',
  layer: null,
  aspect: 'token',
  find(denialCase) {
    const expiry = tokenMayBeRefused(denialCase) ? expiryBeforeDenial(denialCase) : undefined;
    const quote = findQuote(denialCase, EXPIRED) ?? codeOfExpiry(denialCase);
    const evidence = nonEmpty<Evidence>([
      ...(quote === undefined ? [] : [quote]),
      ...(expiry === undefined ? [] : [{ kind: 'answer', call: 'claim exp of the token', text: expiry } as const]),
    ]);
    if (evidence === undefined) return 'neither the error text nor the token shows that the token had expired';
    return {
      summary:
        expiry === undefined ? 'The web identity token had expired' : `The web identity token expired at ${expiry}`,
      evidence,
      certainty: quote === undefined ? 'likely' : 'aws',
      remedies: [advise('request a new token right before assuming the role')],
    };
  },
});

const NOT_YET_VALID = ['Token is not yet valid', 'token must be issued in the past', 'Token was issued in the future'];

const tokenNotYetValid = caseCause({
  id: 'web-identity.token-not-yet-valid',
  layer: null,
  aspect: 'token',
  find(denialCase) {
    const { token, now } = denialCase;
    const quote = findQuote(denialCase, NOT_YET_VALID);
    const isEarly = token?.notBefore != null && token.notBefore * 1000 > now.getTime() && tokenMayBeRefused(denialCase);
    if (quote === undefined && !isEarly) return 'neither the error text nor the token shows that it is not valid yet';
    return {
      summary: 'The web identity token is not valid yet: the issuer’s clock is ahead',
      evidence: [quote ?? { kind: 'answer', call: 'claim nbf of the token', text: String(token?.notBefore) }],
      certainty: quote === undefined ? 'likely' : 'aws',
      remedies: [advise('set the clock of the server that issues the tokens', 'account-admin')],
    };
  },
});

/**
 * STS refused the token itself, or issued none. The times of the token come last: nearly every token that somebody saved has expired by
 * the time it is looked at, which says nothing where STS names another reason.
 */
export const refusedToken = [
  audienceNotRegistered,
  providerMissing,
  ...quotedCauses(TOKEN_REFUSALS, 'token'),
  tokenExpired,
  tokenNotYetValid,
] as const satisfies readonly CaseCause[];

/**
 * True where STS may have refused the token itself: it answers a plain AccessDenied only after it found the token valid.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 */
function tokenMayBeRefused(denialCase: DenialCase): boolean {
  const { denial } = denialCase;
  const isAboutToken = denial?.credentialError === 'expired' || denial?.credentialError === 'web-identity';
  return isWebIdentity(denialCase) && (denial === null || isAboutToken);
}

/** When the token expired, if that was before the denial. The token that is shown may be another one than the one that was sent. */
function expiryBeforeDenial({ token, now }: DenialCase): string | undefined {
  if (token?.expires == null) return undefined;
  const milliseconds = token.expires * 1000;
  if (milliseconds >= now.getTime() || Math.abs(milliseconds) > 8.64e15) return undefined;
  return new Date(milliseconds).toISOString();
}

/** The error code, where it says that the token of this call has expired. */
function codeOfExpiry(denialCase: DenialCase): QuoteEvidence | undefined {
  return denialCase.denial?.credentialError === 'expired' && isWebIdentity(denialCase)
    ? quoteCode(denialCase)
    : undefined;
}
