import { parseArn } from '../model/arn.ts';
import type { Denial } from '../model/denial.ts';
import { servicePrincipalsFor } from '../reference/service-principals.ts';

/** The service that gets a passed role, from the text or an option; null where neither tells (the table may still). */
export function passedToService(denial: Denial | null, option: string | null, partition: string): string | null {
  const stated = denial?.passedToService ?? null;
  return hostOf(stated, partition) ?? hostOf(option, partition);
}

/** A service principal from a host, a prefix (`lambda`) or a name in prose (`Step Functions`); null where it is not one. */
function hostOf(text: string | null, partition: string): string | null {
  if (text === null) return null;
  if (/\.amazonaws\.com(\.cn)?$/.test(text)) return text;
  const [host, ...others] = servicePrincipalsFor(text);
  if (host !== undefined) return others.length === 0 ? host : null;
  if (!/^[a-z0-9-]{1,64}$/.test(text)) return null;
  return `${text}.amazonaws.com${partition === 'aws-cn' && text === 'ec2' ? '.cn' : ''}`;
}

/** The partition of the first text that is an ARN; `aws` where none is. */
export function partitionOfTexts(...texts: readonly (string | null | undefined)[]): string {
  for (const text of texts) {
    const arn = text ? parseArn(text) : undefined;
    if (arn !== undefined && /^aws[a-z-]*$/.test(arn.partition)) return arn.partition;
  }
  return 'aws';
}
