import { saidCode } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { hasVariable, keyTypeOf, variableEvidence } from './key-type.ts';

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
export const staleSessionToken = defineCheck({
  on: 'case',
  id: 'credentials.stale-session-token',
  layer: null,
  doc: {
    what: 'A long-term key (AKIA…) was sent together with the session token of other credentials.',
    why: 'AWS_SESSION_TOKEN is left over from an earlier session while the key id and the secret were set anew.',
    fix: 'Unset AWS_SESSION_TOKEN: a long-term key has none.',
  },
  find(subject) {
    const error = subject.denial?.credentialError;
    if (error !== 'invalid-token' && error !== 'expired') return undefined;
    if (keyTypeOf(subject) !== 'AKIA' || !hasVariable(subject, 'AWS_SESSION_TOKEN')) return undefined;
    const quote = saidCode(subject);
    if (quote === undefined) return undefined;
    return {
      summary:
        'AWS_ACCESS_KEY_ID is a long-term key (AKIA…), but AWS_SESSION_TOKEN of another session is set beside it',
      evidence: [variableEvidence('AWS_ACCESS_KEY_ID begins with AKIA; AWS_SESSION_TOKEN is set'), quote],
      rung: 'likely',
      remedies: [advise('unset AWS_SESSION_TOKEN in the environment of the program')],
    };
  },
});
