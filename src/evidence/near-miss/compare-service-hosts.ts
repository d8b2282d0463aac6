import { compareNames } from './compare-names.ts';
import type { Difference } from './difference.ts';

const DOMAIN = /\.(amazonaws\.com(?:\.cn)?|aws\.amazon\.com|amazon\.com|api\.aws)$/i;

/**
 * How the host of a service principal differs: another domain, one region's host instead of the service's, another service of the
 * family, a letter. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function compareServiceHosts(policy: string, asked: string): Difference | undefined {
  if (policy === asked) return undefined;
  const [ours, theirs] = [readHost(policy), readHost(asked)];
  if (theirs === undefined || policy.toLowerCase() === asked.toLowerCase()) return compareNames(policy, asked);
  if (ours === undefined)
    return policy.toLowerCase() === theirs.name
      ? { kind: 'service-host', words: `the name alone: it must be ${asked}`, distance: 1 }
      : compareNames(policy, asked);
  if (ours.domain !== theirs.domain)
    return {
      kind: 'service-host',
      words: `wrong domain: ${ours.domain}, not ${theirs.domain}`,
      distance: ours.name === theirs.name ? 1 : 4,
    };
  if (ours.name === theirs.name)
    return { kind: 'service-host', words: regional(ours.middle, theirs.middle), distance: 1 };
  if (ours.name.startsWith(`${theirs.name}-`) || theirs.name.startsWith(`${ours.name}-`))
    return { kind: 'service-host', words: `another service of the family: ${policy}, not ${asked}`, distance: 2 };
  return compareNames(ours.name, theirs.name);
}

/** `states.eu-west-1.amazonaws.com` → states, eu-west-1, amazonaws.com */
function readHost(
  text: string,
): { readonly name: string; readonly middle: string; readonly domain: string } | undefined {
  const domain = text.length > 253 ? undefined : DOMAIN.exec(text)?.[1];
  if (domain === undefined) return undefined;
  const [name = '', ...middle] = text
    .slice(0, -domain.length - 1)
    .toLowerCase()
    .split('.');
  return { name, middle: middle.join('.'), domain: domain.toLowerCase() };
}

function regional(ours: string, theirs: string): string {
  if (theirs === '') return `the host of one region (${ours}), not the service’s own`;
  return ours === '' ? `the service’s own host, not that of ${theirs}` : `other region: ${ours}, not ${theirs}`;
}
