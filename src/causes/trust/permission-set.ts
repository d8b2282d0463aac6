import { advise } from '../../grants/advise.ts';
import { isPermissionSet } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const permissionSet = silentCause({
  id: 'trust.permission-set',
  when: ({ facts, request }) => isPermissionSet(facts.role?.arn ?? request?.resource ?? null),
  summary: ({ facts, request }) =>
    `${shortName(facts.role?.arn ?? request?.resource ?? null)} is the role of a permission set: it is entered through IAM Identity Center, not with sts:AssumeRole`,
  remedies: () => [
    advise(
      'sign in with that permission set (aws sso login); ask for its assignment if you have none',
      'identity-center-admin',
    ),
  ],
  beyondPolicies: true,
});
