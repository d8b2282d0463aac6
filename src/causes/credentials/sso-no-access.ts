import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html */
export const ssoNoAccess = credentialCheck({
  error: 'sso-no-access',
  doc: {
    what: 'You are signed in to IAM Identity Center, but it gives you no such role in that account.',
    why: 'sso_account_id or sso_role_name of the profile is not what you are assigned to, the assignment was removed, or you signed in as somebody else. IAM policies take no part in this.',
    fix: 'List the accounts and roles you have, correct the profile, or ask for the assignment of the permission set.',
  },
  phrases: ['No access', 'ForbiddenException'],
  when: ({ denial }) => denial?.operation === 'GetRoleCredentials',
  summary:
    'IAM Identity Center gives you no role of that name in that account: the assignment is missing, or the profile names another one',
  remedies: () => [
    advise('see what you are assigned to, and correct sso_account_id and sso_role_name of the profile', 'you', [
      'aws',
      'configure',
      'sso',
    ]),
    advise('or assign the permission set for that account to the user or one of their groups', 'identity-center-admin'),
  ],
});
