import { parseArn } from '../../model/arn.ts';
import type { Who } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import { shortName } from '../../model/short-name.ts';
import { type AccountNames, accountWords } from './account.ts';

/** What an owner is said to own. */
interface Owned {
  readonly account: string | null;
  readonly resource: string | null;
  /** The layer that the fix changes: the owner of a VPC endpoint's policy is not that of the resource. */
  readonly layer?: Layer | null;
  /** What accounts are called. */
  readonly accounts?: AccountNames | undefined;
}

/** Who can do something, in brackets: `owner of prod-deploy, in 444455556666`. */
export function whoWords(who: Who, about: Owned): string {
  const within = about.account === null ? '' : `, in ${accountOf(about)}`;
  return who === 'role-owner' || who === 'resource-owner'
    ? `owner of ${ownedName(who, about)}${within}`
    : ownerWords(who, about);
}

/** The same inside a sentence: `the owner of prod-deploy in 444455556666`. */
export function ownerWords(who: Who, about: Owned): string {
  switch (who) {
    case 'you':
      return 'you';
    case 'account-admin':
      return about.account === null ? 'an administrator of the account' : `an administrator of ${accountOf(about)}`;
    case 'role-owner':
    case 'resource-owner':
      return `the owner of ${ownedName(who, about)}${about.account === null ? '' : ` in ${accountOf(about)}`}`;
    case 'organization-admin':
      return about.layer === 'rcp'
        ? `an administrator of the organization of the account that owns ${ownedName(who, about)}`
        : 'an administrator of the organization';
    case 'identity-center-admin':
      return 'an administrator of IAM Identity Center';
    case 'aws':
      return 'AWS';
  }
}

function accountOf({ account, accounts }: Owned): string {
  return accountWords(account ?? '', accounts);
}

/** An object belongs to the owner of its bucket. */
function ownedName(who: Who, { resource, layer }: Owned): string {
  if (layer === 'endpoint') return 'the VPC endpoint';
  if (resource === null || resource === '*') return who === 'role-owner' ? 'the role' : 'the resource';
  const arn = parseArn(resource);
  const [, point] = /^accesspoint\/([^/]+)/.exec(arn?.resource ?? '') ?? [];
  if (point !== undefined) return `access point ${point}`;
  if (arn?.service === 's3') return arn.resource.split('/')[0] ?? resource;
  // An id says nothing.
  return arn?.service === 'kms' && arn.resource.startsWith('key/')
    ? `KMS key ${shortName(resource)}`
    : shortName(resource);
}
