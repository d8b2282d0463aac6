import { isPermissionSet } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { advise } from '../../grants/advise.ts';
import { silentCause } from './silent-cause.ts';

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
export const permissionSet = silentCause({
  id: 'trust.permission-set',
  doc: {
    what: 'The role belongs to a permission set of IAM Identity Center: it is entered by signing in there, not by sts:AssumeRole.',
    why: 'Its trust policy trusts the SAML provider of Identity Center only; changes to it are refused or undone.',
    fix: 'Sign in through IAM Identity Center (aws sso login) with that permission set, or use a role that is made to be assumed.',
  },
  when: ({ facts, request }) => isPermissionSet(facts.role?.arn ?? request?.resource ?? null),
  summary: ({ facts, request }) =>
    `${shortName(facts.role?.arn ?? request?.resource ?? null)} is the role of a permission set: it is entered through IAM Identity Center, not with sts:AssumeRole`,
  remedies: () => [
    advise(
      'sign in with that permission set (aws sso login); ask for its assignment if you have none',
      'identity-center-admin',
    ),
  ],
  barred: true,
});
