import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

const DEFAULT_SESSION =
  /^(botocore-session-\d+|aws-sdk-js-(session-)?\d+|aws-sdk-java-\d+|aws-sdk-java-[0-9a-f-]{36}|aws-go-sdk-\d+|aws-sdk-go-v2-\d+|AWSCLI-Session|aws-sdk-php-\d+|default_session|\d{13,19})$/;

export const intermediateRole = caseCause({
  id: 'caller.intermediate-role',
  layer: null,
  find(denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.type !== 'session' || denialCase.request?.action.toLowerCase() !== 'sts:assumerole')
      return undefined;
    if (denialCase.denial === null || !DEFAULT_SESSION.test(principal.sessionName ?? '')) return undefined;
    const evidence = callerEvidence(denialCase);
    return (
      evidence && {
        summary: `The caller, ${principal.name}, was itself assumed through a profile (session ${principal.sessionName}): it is the one that has to be trusted`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise('let the role trust this one, or let its profile start from the first identity (source_profile)'),
        ],
      }
    );
  },
});
