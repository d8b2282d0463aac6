import { compareNames } from './compare-names.ts';
import type { Difference } from './difference.ts';

const HOST = /^([a-z0-9-]+)((?:\.[a-z0-9-]+)*?)\.(amazonaws\.com(?:\.cn)?|amazon\.com|aws\.amazon\.com)$/i;

/**
 * How the host of a service principal differs: another domain, one region's host instead of the service's, another service of the
 * family, a letter. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function compareServiceHosts(policy: string, asked: string): Difference | undefined {
  if (policy === asked) return undefined;
  const [ours, theirs] = [HOST.exec(policy), HOST.exec(asked)];
  if (ours === null || theirs === null) return compareNames(policy, asked);
  const [, ourName = '', ourMiddle = '', ourDomain = ''] = ours;
  const [, theirName = '', theirMiddle = '', theirDomain = ''] = theirs;
  if (policy.toLowerCase() === asked.toLowerCase()) return compareNames(policy, asked);
  if (ourDomain.toLowerCase() !== theirDomain.toLowerCase())
    return { words: `wrong domain: ${ourDomain}, not ${theirDomain}`, distance: ourName === theirName ? 1 : 4 };
  if (ourName === theirName && ourMiddle !== theirMiddle)
    return { words: regional(ourMiddle, theirMiddle), distance: 1 };
  if (ourName.startsWith(`${theirName}-`) || theirName.startsWith(`${ourName}-`))
    return { words: `another service of the family: ${policy}, not ${asked}`, distance: 2 };
  return compareNames(policy, asked);
}

function regional(ours: string, theirs: string): string {
  if (theirs === '') return `the host of one region (${ours.slice(1)}), not the service's own`;
  return ours === ''
    ? `the service's own host, not that of ${theirs.slice(1)}`
    : `other region: ${ours.slice(1)}, not ${theirs.slice(1)}`;
}
