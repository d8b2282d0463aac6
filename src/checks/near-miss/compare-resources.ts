import { comparePatterns } from './compare-patterns.ts';
import { covers } from './covers.ts';
import { type Difference, FAR, joined } from './difference.ts';

/** The last part of two ARNs of a service; what it is made of differs by service. */
export function compareResources(service: string, policy: string, asked: string): Difference | undefined {
  if (covers(policy, asked)) return undefined;
  if (service === 's3') return compareBuckets(policy, asked);
  const [ours, theirs] = [split(policy), split(asked)];
  if (ours.type !== theirs.type && !/[*?]/.test(ours.type) && ours.type.toLowerCase() !== theirs.type.toLowerCase())
    return { words: `other kind of resource: ${ours.type || policy}, not ${theirs.type || asked}`, distance: FAR / 2 };
  return service === 'iam' || service === 'sts' ? comparePaths(ours, theirs) : comparePatterns(policy, asked);
}

interface Parts {
  readonly type: string;
  readonly path: string;
  readonly name: string;
}

/** `role/teams/red/deploy` → role, /teams/red/, deploy. Resources without type (an SQS queue) are a name alone. */
function split(resource: string): Parts {
  const start = resource.search(/[/:]/);
  if (start < 0) return { type: '', path: '', name: resource };
  const rest = resource.slice(start + 1);
  const last = rest.lastIndexOf('/');
  return { type: resource.slice(0, start), path: `/${rest.slice(0, last + 1)}`, name: rest.slice(last + 1) };
}

/** Users, roles, policies and so on: a path belongs to the ARN, and is easily forgotten. */
function comparePaths(ours: Parts, theirs: Parts): Difference | undefined {
  const whole = comparePatterns(ours.path + ours.name, theirs.path + theirs.name);
  const name = comparePatterns(ours.name, theirs.name);
  const path = comparePath(ours, theirs);
  if (path === undefined) return name ?? whole;
  return joined(name === undefined ? [path] : [path, name]);
}

function comparePath(ours: Parts, theirs: Parts): Difference | undefined {
  if (covers(ours.path, theirs.path)) return undefined;
  if (ours.path === '/') {
    // A star at the end of the name may stand for path and name: `role/team*`.
    return ours.name.includes('*') && covers(ours.path + ours.name, theirs.path + theirs.name)
      ? undefined
      : { words: `missing path: the ${theirs.type} is at ${theirs.path}`, distance: 1 };
  }
  if (theirs.path === '/') return { words: `a path, ${ours.path}, that the ${theirs.type} does not have`, distance: 1 };
  if (ours.path.toLowerCase() === theirs.path.toLowerCase())
    return { words: `other case of the path: ${ours.path}, not ${theirs.path}`, distance: 0.5 };
  return { words: `other path: ${ours.path}, not ${theirs.path}`, distance: 2 };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html */
function compareBuckets(policy: string, asked: string): Difference | undefined {
  const [ours, theirs] = [bucketOf(policy), bucketOf(asked)];
  const bucket = comparePatterns(ours.bucket, theirs.bucket);
  if (bucket !== undefined) return { ...bucket, words: `${bucket.words} (bucket)` };
  if (ours.key === null && theirs.key !== null)
    return { words: `the bucket, not the objects in it: ${ours.bucket}/* is missing`, distance: 1 };
  if (ours.key !== null && theirs.key === null)
    return { words: `objects in the bucket, not the bucket itself: ${ours.bucket} is missing`, distance: 1 };
  return comparePatterns(ours.key ?? '', theirs.key ?? '');
}

function bucketOf(resource: string): { readonly bucket: string; readonly key: string | null } {
  const slash = resource.indexOf('/');
  return slash < 0
    ? { bucket: resource, key: null }
    : { bucket: resource.slice(0, slash), key: resource.slice(slash + 1) };
}
