import type { Case } from '../../model/case.ts';
import { said, saidCode } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { isWebIdentity } from './is-web-identity.ts';
import { mayBeItsTimes } from './named-refusals.ts';

const PHRASES = ['Token expired: current date/time', 'The web identity token that was passed is expired'];

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors */
export const tokenExpired = defineCheck({
  on: 'case',
  id: 'web-identity.token-expired',
  layer: null,
  doc: {
    what: 'The web identity token had expired when it reached STS.',
    why: 'Tokens of CI jobs live for minutes; a projected token file was copied, or read once at start and never again; or the clock of the issuer is behind.',
    fix: 'Ask for the token right before assuming the role, and read the token file again for every call.',
  },
  find(subject) {
    const code =
      subject.denial?.credentialError === 'expired' && isWebIdentity(subject) ? saidCode(subject) : undefined;
    const quote = said(subject, PHRASES) ?? code;
    const clock = expiredByClaim(subject);
    if (quote === undefined && clock === undefined) return undefined;
    const claim = clock === undefined ? [] : [{ kind: 'answer', call: 'claim exp of the token', text: clock } as const];
    const [first, ...rest] = [...(quote === undefined ? [] : [quote]), ...claim];
    if (first === undefined) return undefined;
    return {
      summary:
        clock === undefined ? 'The web identity token had expired' : `The web identity token expired at ${clock}`,
      evidence: [first, ...rest],
      rung: quote === undefined ? 'likely' : 'aws',
      remedies: [advise('request a new token right before assuming the role')],
    };
  },
});

/** When the token at hand expired, if that was before the denial. The token shown may be another one than the one that was sent. */
function expiredByClaim(subject: Case): string | undefined {
  const { token, now } = subject;
  if (token?.expires == null || !mayBeItsTimes(subject)) return undefined;
  const milliseconds = token.expires * 1000;
  if (milliseconds >= now.getTime() || Math.abs(milliseconds) > 8.64e15) return undefined;
  return new Date(milliseconds).toISOString();
}
