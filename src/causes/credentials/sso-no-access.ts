import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

export const ssoNoAccess = credentialCheck({
  error: 'sso-no-access',
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
