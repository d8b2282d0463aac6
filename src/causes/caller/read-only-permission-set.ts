import { advise } from '../../grants/advise.ts';
import { permissionSetOf } from '../../model/aws-names.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

const READ_ONLY = /^(AWS)?(ReadOnly|ViewOnly|SecurityAudit)/i;

const READS = /^[a-z0-9-]+:(get|list|describe|batchget|view|lookup|search|select|query|scan|head|simulate|generate)/i;

export const readOnlyPermissionSet = caseCause({
  id: 'caller.read-only-permission-set',
  layer: null,
  find(denialCase) {
    const name = permissionSetOf(denialCase.facts.principal?.name ?? null);
    const action = denialCase.request?.action ?? '';
    if (
      name === undefined ||
      !READ_ONLY.test(name) ||
      action === '' ||
      READS.test(action) ||
      denialCase.denial === null
    )
      return undefined;
    const evidence = callerEvidence(denialCase);
    return (
      evidence && {
        summary: `The caller is signed in with the permission set ${name}, which by its name is for reading, and ${action} is more than that`,
        evidence,
        certainty: 'likely',
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
