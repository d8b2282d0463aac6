import type { Who } from '../../model/gap.ts';
import { shortName } from './short-name.ts';

/** Who can do something, as a person would say it. */
export function whoWords(
  who: Who,
  about: { readonly account: string | null; readonly resource: string | null },
): string {
  const within = about.account === null ? '' : `, in ${about.account}`;
  switch (who) {
    case 'you':
      return 'you';
    case 'account-admin':
      return about.account === null ? 'an administrator of the account' : `an administrator of ${about.account}`;
    case 'role-owner':
      return `owner of ${about.resource === null ? 'the role' : shortName(about.resource)}${within}`;
    case 'resource-owner':
      return `owner of ${about.resource === null ? 'the resource' : shortName(about.resource)}${within}`;
    case 'organization-admin':
      return 'an administrator of the organization';
    case 'identity-center-admin':
      return 'an administrator of IAM Identity Center';
    case 'aws':
      return 'AWS';
  }
}
