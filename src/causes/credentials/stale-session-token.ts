import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { hasVariable, keyTypeOf, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const staleSessionToken = caseCause({
  id: 'credentials.stale-session-token',
  layer: null,
  find(denialCase) {
    const error = denialCase.denial?.credentialError;
    if (error !== 'invalid-token' && error !== 'expired') return undefined;
    if (keyTypeOf(denialCase) !== 'AKIA' || !hasVariable(denialCase, 'AWS_SESSION_TOKEN')) return undefined;
    const quote = quoteCode(denialCase);
    if (quote === undefined) return undefined;
    return {
      summary:
        'AWS_ACCESS_KEY_ID is a long-term key (AKIA…), but AWS_SESSION_TOKEN of another session is set beside it',
      evidence: [variableEvidence('AWS_ACCESS_KEY_ID begins with AKIA; AWS_SESSION_TOKEN is set'), quote],
      certainty: 'likely',
      remedies: [advise('unset AWS_SESSION_TOKEN in the environment of the program')],
    };
  },
});
