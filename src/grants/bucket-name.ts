import { deniedAction } from '../evidence/denied-action.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { nearbyResource } from '../request/nearby-resource.ts';

/** The bucket for a command, or a token in its place. */
export function bucketOf(denialCase: DenialCase): string {
  const { denial, request } = denialCase;
  const nearby = denial === null ? undefined : nearbyResource(denial, deniedAction(denialCase))?.value;
  const resource = request?.resource ?? denial?.resource ?? nearby ?? '';
  const name = /^(?:arn:aws[a-z-]*:s3:::|s3:\/\/)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/|$)/.exec(resource)?.[1];
  return name ?? 'BUCKET_NAME';
}
