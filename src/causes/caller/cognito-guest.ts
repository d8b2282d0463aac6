import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

export const cognitoGuest = caseCause({
  id: 'caller.cognito-guest',
  layer: null,
  find(denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.sessionName !== 'CognitoIdentityCredentials' || !/unauth/i.test(principal.name)) return undefined;
    const evidence = callerEvidence(denialCase);
    return (
      evidence && {
        summary: `The caller is a guest of a Cognito identity pool (${principal.name}): nobody is signed in`,
        evidence,
        certainty: 'likely',
        remedies: [advise('sign in first, then get the credentials of the identity pool anew')],
      }
    );
  },
});
