import { permissionSetOf } from '../../model/aws-names.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

const READ_ONLY = /^(AWS)?(ReadOnly|ViewOnly|SecurityAudit)/i;

const READS = /^[a-z0-9-]+:(get|list|describe|batchget|view|lookup|search|select|query|scan|head|simulate|generate)/i;

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html */
export const readOnlyPermissionSet = defineCheck({
  on: 'case',
  id: 'caller.read-only-permission-set',
  layer: null,
  doc: {
    what: 'The caller is signed in with a permission set for reading only, and the call changes something.',
    why: 'Several permission sets are assigned for the account, and the profile (or the choice at sign-in) took the one for reading.',
    fix: 'Sign in with the permission set that may change things, or ask for its assignment.',
  },
  find(subject) {
    const name = permissionSetOf(subject.facts.principal?.name ?? null);
    const action = subject.request?.action ?? '';
    if (name === undefined || !READ_ONLY.test(name) || action === '' || READS.test(action) || subject.denial === null)
      return undefined;
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
