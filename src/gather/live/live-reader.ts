import type { Read } from '../../model/read.ts';
import type { AwsOptions } from '../aws-options.ts';
import { readAws } from './read-aws.ts';

/**
 * The read seam answered by AWS itself; never rejects for what AWS answers or refuses. This module brings the AWS SDK with it:
 * whoever may need no AWS imports it when it is needed.
 */
export async function liveReader(options: AwsOptions): Promise<Read> {
  return readAws(options);
}
