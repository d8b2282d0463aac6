import type { Check } from '../check.ts';
import { defineCheck } from '../check.ts';
import { advise } from '../text/advise.ts';
import { callerEvidence } from './identity-words.ts';

const READ_ONLY = /^AWSReservedSSO_((?:AWS)?(?:ReadOnly|ViewOnly|SecurityAudit)[\w+=,.@-]*)_[0-9a-f]{16}$/i;
const READS = /^[a-z0-9-]+:(get|list|describe|batchget|view|lookup|search|select|query|scan|head|simulate|generate)/i;

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html */
const readOnlyPermissionSet = defineCheck({
  on: 'case',
  id: 'caller.read-only-permission-set',
  layer: null,
  doc: {
    what: 'The caller is signed in with a permission set for reading only, and the call changes something.',
    why: 'Several permission sets are assigned for the account, and the profile (or the choice at sign-in) took the one for reading.',
    fix: 'Sign in with the permission set that may change things, or ask for its assignment.',
  },
  find(subject) {
    const [, name] = READ_ONLY.exec(subject.facts.principal?.name ?? '') ?? [];
    const action = subject.request?.action ?? '';
    if (name === undefined || action === '' || READS.test(action) || subject.denial === null) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `The caller is signed in with the permission set ${name}, which by its name is for reading, and ${action} is more than that`,
        evidence,
        rung: 'likely',
        remedies: [
          advise('sign in with a permission set that may do it (sso_role_name of the profile)', 'you', [
            'aws',
            'configure',
            'sso',
          ]),
        ],
      }
    );
  },
});

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
const cognitoGuest = defineCheck({
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

/** What somebody was signed in as. */
export const signInRoles = [readOnlyPermissionSet, cognitoGuest] as const satisfies readonly Check[];
