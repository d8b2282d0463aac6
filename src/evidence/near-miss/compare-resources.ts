import { compareBuckets } from './compare-buckets.ts';
import { compareInsides } from './compare-insides.ts';
import { comparePaths } from './compare-paths.ts';
import { comparePatterns } from './compare-patterns.ts';
import { covers } from './covers.ts';
import { type Difference, FAR } from './difference.ts';
import { splitResource } from './split-resource.ts';

/** The last part of two ARNs of a service; what it is made of differs by service. */
export function compareResources(service: string, policy: string, asked: string): Difference | undefined {
  if (covers(policy, asked)) return undefined;
  if (service === 's3') return compareBuckets(policy, asked);
  const inside = compareInsides(service, policy, asked);
  if (inside !== undefined) return inside;
  const [ours, theirs] = [splitResource(policy), splitResource(asked)];
  if (ours.type !== theirs.type && !/[*?]/.test(ours.type) && ours.type.toLowerCase() !== theirs.type.toLowerCase()) {
    const words = `other kind of resource: ${ours.type || policy}, not ${theirs.type || asked}`;
    return { kind: 'resource-type', words, distance: ours.name === theirs.name ? 1.5 : FAR / 2 };
  }
  return service === 'iam' || service === 'sts' ? comparePaths(ours, theirs) : comparePatterns(policy, asked);
}
