import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
export const cognitoGuest = defineCheck({
  on: 'case',
  id: 'caller.cognito-guest',
  layer: null,
  doc: {
    what: 'The caller is a guest of a Cognito identity pool: nobody is signed in.',
    why: 'The app asked for credentials before the user signed in, or the sign-in did not reach the identity pool, which then gives its role for guests.',
    fix: 'Sign in first and get the credentials anew; or, if guests are to do it, allow it to their role.',
  },
  find(subject) {
    const { principal } = subject.facts;
    if (principal?.sessionName !== 'CognitoIdentityCredentials' || !/unauth/i.test(principal.name)) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `The caller is a guest of a Cognito identity pool (${principal.name}): nobody is signed in`,
        evidence,
        rung: 'likely',
        remedies: [advise('sign in first, then get the credentials of the identity pool anew')],
      }
    );
  },
});
