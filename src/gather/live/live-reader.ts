import type { Read } from '../../model/read.ts';
import type { AwsOptions } from '../aws-options.ts';

/** The read seam answered by AWS itself. Loads the AWS SDK; never rejects for what AWS answers or refuses. */
export async function liveReader(options: AwsOptions): Promise<Read> {
  const { readAws } = await import('./read-aws.ts');
  return readAws(options);
}
