import { isAccountId, parseArn } from '../../model/arn.ts';
import type { Requirement } from '../../model/requirement.ts';
import { type Asked, askedFor } from '../asked.ts';
import { additionalPermission } from '../candidates.ts';
import { access } from './access.ts';

/**
 * What the same call often needs besides its own action, where the text points there.
 * @param isNamed does the text say that this action was denied? Of a bare 403, only the operation is known.
 */
export function extras(asked: Asked, isNamed: boolean): readonly Requirement[] {
  return [...additional(asked), ...(isNamed ? [] : listBucket(asked)), ...keyOfSecret(asked)];
}

/** "An additional permission … is required": AWS names it, and the call's own action was allowed. */
function additional(asked: Asked): readonly Requirement[] {
  const { denialCase, question, action } = asked;
  const needed = additionalPermission(denialCase.text)?.action;
  if (needed === undefined || needed.toLowerCase() === action.toLowerCase()) return [];
  return access(askedFor(needed, false, question, denialCase), 'additional.');
}

/**
 * S3 answers 403 for an object that does not exist to whoever may not list the bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions)
 */
function listBucket(asked: Asked): readonly Requirement[] {
  const { action, denialCase, question, resource } = asked;
  const hasReason = denialCase.denial?.reason != null;
  if (action.toLowerCase() !== 's3:getobject' || hasReason) return [];
  const bucket = bucketOf(resource);
  const about = { ...askedFor('s3:ListBucket', false, question, denialCase), resource: bucket };
  return access(about, 'list-bucket.')
    .filter(({ step }) => step === 'identity')
    .map((one) => ({
      ...one,
      usual: ['identity.missing-object'],
      likely: 'without s3:ListBucket, S3 answers 403 instead of 404 for an object that does not exist',
    }));
}

function bucketOf(resource: string | null): string | null {
  const arn = resource === null ? undefined : parseArn(resource);
  const name = arn?.service === 's3' && arn.account === '' ? arn.resource : /^s3:\/\/(.+)$/.exec(resource ?? '')?.[1];
  const [bucket = ''] = (name ?? '').split('/');
  return /^[a-z0-9.-]{3,63}$/.test(bucket) ? `arn:${arn?.partition ?? 'aws'}:s3:::${bucket}` : null;
}

/** A secret that another account reads needs a customer managed key. https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
function keyOfSecret(asked: Asked): readonly Requirement[] {
  const { action, accounts, question, denialCase, place, resourceAccount } = asked;
  if (action.toLowerCase() !== 'secretsmanager:getsecretvalue' || accounts !== 'across') return [];
  const owner = resourceAccount !== null && isAccountId(resourceAccount) ? resourceAccount : null;
  const about: Asked = {
    ...askedFor('kms:Decrypt', false, question, denialCase),
    resourceAccount: owner,
    accounts,
    place: { ...place, account: owner },
  };
  return access(about, 'kms.').map((one) => ({ ...one, who: one.step === 'resource' ? 'resource-owner' : one.who }));
}
