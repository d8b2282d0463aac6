import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { isWebIdentity } from '../../evidence/federated-call.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { caseCause } from '../cause.ts';
import { mayBeItsTimes } from './named-refusals.ts';

const PHRASES = ['Token expired: current date/time', 'The web identity token that was passed is expired'];

export const tokenExpired = caseCause({
  id: 'web-identity.token-expired',
  layer: null,
  find(denialCase) {
    const code =
      denialCase.denial?.credentialError === 'expired' && isWebIdentity(denialCase) ? quoteCode(denialCase) : undefined;
    const quote = findQuote(denialCase, PHRASES) ?? code;
    const clock = expiredByClaim(denialCase);
    if (quote === undefined && clock === undefined) return undefined;
    const claim = clock === undefined ? [] : [{ kind: 'answer', call: 'claim exp of the token', text: clock } as const];
    const [first, ...rest] = [...(quote === undefined ? [] : [quote]), ...claim];
    if (first === undefined) return undefined;
    return {
      summary:
        clock === undefined ? 'The web identity token had expired' : `The web identity token expired at ${clock}`,
      evidence: [first, ...rest],
      certainty: quote === undefined ? 'likely' : 'aws',
      remedies: [advise('request a new token right before assuming the role')],
    };
  },
});

/** When the token at hand expired, if that was before the denial. The token shown may be another one than the one that was sent. */
function expiredByClaim(denialCase: DenialCase): string | undefined {
  const { token, now } = denialCase;
  if (token?.expires == null || !mayBeItsTimes(denialCase)) return undefined;
  const milliseconds = token.expires * 1000;
  if (milliseconds >= now.getTime() || Math.abs(milliseconds) > 8.64e15) return undefined;
  return new Date(milliseconds).toISOString();
}
