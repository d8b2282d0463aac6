import type { Read } from '../../model/read.ts';
import type { AwsOptions } from '../aws-options.ts';
import { readAws } from './read-aws.ts';

/**
 * Reads from AWS. The result never rejects for what AWS answers or refuses. This module loads the AWS SDK, so import it only when it is
 * needed.
 */
export async function liveReader(options: AwsOptions): Promise<Read> {
  return readAws(options);
}
