import { saidCode } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { hasVariable, keyTypeOf, variableEvidence } from './key-type.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html */
export const missingSessionToken = defineCheck({
  on: 'case',
  id: 'credentials.missing-session-token',
  layer: null,
  doc: {
    what: 'A session key (ASIA…) was used without its session token.',
    why: 'Only two of the three values were exported or passed on: AWS_SESSION_TOKEN is not set, or is named otherwise in the settings of the tool.',
    fix: 'Set AWS_SESSION_TOKEN together with the key id and the secret of the same session.',
  },
  find(subject) {
    if (subject.denial?.credentialError !== 'invalid-token') return undefined;
    if (keyTypeOf(subject) !== 'ASIA' || hasVariable(subject, 'AWS_SESSION_TOKEN')) return undefined;
    const quote = saidCode(subject);
    if (quote === undefined) return undefined;
    return {
      summary: 'AWS_ACCESS_KEY_ID is a session key (ASIA…), and AWS_SESSION_TOKEN is not set beside it',
      evidence: [variableEvidence('AWS_ACCESS_KEY_ID begins with ASIA; AWS_SESSION_TOKEN is not set'), quote],
      rung: 'likely',
      remedies: [advise('set AWS_SESSION_TOKEN of the same session too, or use a profile instead of variables')],
    };
  },
});
