import { advise } from '../../grants/advise.ts';
import { isPermissionSet } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { caseCause } from '../cause.ts';
import { deniesPassRole } from './identity-pass-role.ts';

export const reservedRole = caseCause({
  id: 'passrole.reserved-role',
  layer: null,
  find(denialCase) {
    const role = denialCase.request?.resource ?? '';
    if (!deniesPassRole(denialCase) || !role.includes(':role/')) return undefined;
    if (!isPermissionSet(role)) return undefined;
    return {
      summary: `${shortName(role)} is the role of a permission set: no service can be given it`,
      evidence: [{ kind: 'answer', call: 'ARN of the role', text: role }],
      certainty: 'likely',
      remedies: [advise('make a role for the service, and pass that one')],
    };
  },
});
