import { isPermissionSet } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
export const reservedRole = defineCheck({
  on: 'case',
  id: 'passrole.reserved-role',
  layer: null,
  doc: {
    what: 'The role that is to be passed belongs to IAM Identity Center (path /aws-reserved/), and is not made for a service.',
    why: 'The ARN of the role that somebody is signed in with was copied into the configuration of a service.',
    fix: 'Make a role for the service, and pass that one.',
  },
  find(subject) {
    const role = subject.request?.resource ?? '';
    if (!deniesPassRole(subject) || !role.includes(':role/')) return undefined;
    if (!isPermissionSet(role)) return undefined;
    return {
      summary: `${shortName(role)} is the role of a permission set: no service can be given it`,
      evidence: [{ kind: 'answer', call: 'ARN of the role', text: role }],
      rung: 'likely',
      remedies: [advise('make a role for the service, and pass that one')],
    };
  },
});
