import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { mayBeItsTimes } from './named-refusals.ts';

/** https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5 */
export const tokenNotYetValid = defineCheck({
  on: 'case',
  id: 'web-identity.token-not-yet-valid',
  layer: null,
  doc: {
    what: 'The web identity token says that it is not valid yet.',
    why: 'The clock of the issuer (a cluster or a CI server of your own) is ahead of the time of AWS.',
    fix: 'Set the clock of the issuer.',
  },
  find(subject) {
    const { token, now } = subject;
    const quote = said(subject, [
      'Token is not yet valid',
      'token must be issued in the past',
      'Token was issued in the future',
    ]);
    const early = token?.notBefore != null && token.notBefore * 1000 > now.getTime() && mayBeItsTimes(subject);
    if (quote === undefined && !early) return undefined;
    return {
      summary: 'The web identity token is not valid yet: the issuer’s clock is ahead',
      evidence: [quote ?? { kind: 'answer', call: 'claim nbf of the token', text: String(token?.notBefore) }],
      rung: quote === undefined ? 'likely' : 'aws',
      remedies: [advise('set the clock of the server that issues the tokens', 'account-admin')],
    };
  },
});
