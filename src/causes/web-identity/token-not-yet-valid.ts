import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { mayBeItsTimes } from './named-refusals.ts';

export const tokenNotYetValid = caseCause({
  id: 'web-identity.token-not-yet-valid',
  layer: null,
  find(denialCase) {
    const { token, now } = denialCase;
    const quote = findQuote(denialCase, [
      'Token is not yet valid',
      'token must be issued in the past',
      'Token was issued in the future',
    ]);
    const early = token?.notBefore != null && token.notBefore * 1000 > now.getTime() && mayBeItsTimes(denialCase);
    if (quote === undefined && !early) return undefined;
    return {
      summary: 'The web identity token is not valid yet: the issuer’s clock is ahead',
      evidence: [quote ?? { kind: 'answer', call: 'claim nbf of the token', text: String(token?.notBefore) }],
      certainty: quote === undefined ? 'likely' : 'aws',
      remedies: [advise('set the clock of the server that issues the tokens', 'account-admin')],
    };
  },
});
