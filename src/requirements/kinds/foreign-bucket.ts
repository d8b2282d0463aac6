import { parseArn } from '../../model/arn.ts';
import { isBucketOfAws, regionOfBucketName } from '../../reference/resources/foreign-buckets.ts';
import type { Asked } from '../asked.ts';

/** Services that fetch a file for the caller say so in words of their own. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-package.html */
const FETCHED = /request credentials have permission to GetObject/i;

/**
 * Why the bucket of a bare refusal most likely is not in the caller's account: AWS owns it, or it is one of several, each for its Region, from which a service
 * fetches code. Undefined where nothing shows it.
 */
export function foreignBucket({ resource, denialCase }: Pick<Asked, 'resource' | 'denialCase'>): string | undefined {
  const arn = parseArn(resource ?? '');
  const [bucket = ''] = (arn?.service === 's3' ? arn.resource : '').split('/');
  if (denialCase.denial?.reason != null) return undefined;
  if (isBucketOfAws(bucket))
    return `${bucket} is a bucket of AWS: no policy of the caller opens it unless its owner shares it, so check first that the object and the Region are right`;
  const region = regionOfBucketName(bucket);
  return region !== undefined && FETCHED.test(denialCase.text)
    ? `${bucket} has a Region in its name and may belong to the vendor of the template: if so, only its owner can share it, and it mostly serves callers in ${region} alone`
    : undefined;
}
