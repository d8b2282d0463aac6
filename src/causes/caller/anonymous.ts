import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { takesSignedOnly } from '../../model/actions.ts';
import { caseCause } from '../cause.ts';

export const anonymous = caseCause({
  id: 'caller.anonymous',
  layer: null,
  find(denialCase) {
    const { denial, facts, request } = denialCase;
    if (facts.principal?.type !== 'anonymous') return undefined;
    const isSaid = denial !== null && facts.principalFrom === 'text';
    const quote = isSaid ? findQuote(denialCase, ['User: anonymous', 'anonymous']) : undefined;
    const remedies = [advise('sign the request with credentials (SigV4)')];
    const summary = 'The request was not signed: no credentials came with it';
    if (quote !== undefined) return { summary, evidence: [quote], certainty: 'aws', remedies };
    if (request === null || !takesSignedOnly(request.action)) return undefined;
    return {
      summary: `${request.action} takes signed requests only, whatever the policies say`,
      evidence: [{ kind: 'answer', call: 'the caller', text: 'anonymous' }],
      remedies,
    };
  },
});
