import { takesSignedOnly } from '../../model/actions.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
export const anonymous = defineCheck({
  on: 'case',
  id: 'caller.anonymous',
  layer: null,
  doc: {
    what: 'The request was not signed: for AWS the caller is anonymous.',
    why: 'A plain HTTP client, a browser or a proxy sent it without a signature, --no-sign-request is set, or the SDK was told to use anonymous credentials.',
    fix: 'Sign the request with credentials (SigV4); or, if everybody is to have access, let the policy of the resource say so.',
  },
  find(subject) {
    const { denial, facts, request } = subject;
    if (facts.principal?.type !== 'anonymous') return undefined;
    const isSaid = denial !== null && facts.principalFrom === 'text';
    const quote = isSaid ? said(subject, ['User: anonymous', 'anonymous']) : undefined;
    const remedies = [advise('sign the request with credentials (SigV4)')];
    const summary = 'The request was not signed: no credentials came with it';
    if (quote !== undefined) return { summary, evidence: [quote], rung: 'aws', remedies };
    if (request === null || !takesSignedOnly(request.action)) return undefined;
    return {
      summary: `${request.action} takes signed requests only, whatever the policies say`,
      evidence: [{ kind: 'answer', call: 'the caller', text: 'anonymous' }],
      remedies,
    };
  },
});
