import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { hasVariable, keyTypeOf, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const missingSessionToken = caseCause({
  id: 'credentials.missing-session-token',
  layer: null,
  find(denialCase) {
    if (denialCase.denial?.credentialError !== 'invalid-token') return undefined;
    if (keyTypeOf(denialCase) !== 'ASIA' || hasVariable(denialCase, 'AWS_SESSION_TOKEN')) return undefined;
    const quote = quoteCode(denialCase);
    if (quote === undefined) return undefined;
    return {
      summary: 'AWS_ACCESS_KEY_ID is a session key (ASIA…), and AWS_SESSION_TOKEN is not set beside it',
      evidence: [variableEvidence('AWS_ACCESS_KEY_ID begins with ASIA; AWS_SESSION_TOKEN is not set'), quote],
      certainty: 'likely',
      remedies: [advise('set AWS_SESSION_TOKEN of the same session too, or use a profile instead of variables')],
    };
  },
});
