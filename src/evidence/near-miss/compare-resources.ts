import { comparePatterns } from './compare-names.ts';
import { covers } from './covers.ts';
import { type Difference, FAR, joined, sides } from './difference.ts';

/** How the last parts of two ARNs of a service differ. What that part is made of depends on the service. */
export function compareResources(service: string, policy: string, requested: string): Difference | undefined {
  if (covers(policy, requested)) return undefined;
  if (service === 's3') return compareBuckets(policy, requested);
  const inside = compareInsides(service, policy, requested);
  if (inside !== undefined) return inside;
  const [ours, theirs] = [splitResource(policy), splitResource(requested)];
  if (ours.type !== theirs.type && !/[*?]/.test(ours.type) && ours.type.toLowerCase() !== theirs.type.toLowerCase()) {
    const words = `different kind of resource: ${sides(ours.type || policy, theirs.type || requested)}`;
    return { kind: 'resource-type', words, distance: ours.name === theirs.name ? 1.5 : FAR / 2 };
  }
  return service === 'iam' || service === 'sts' ? comparePaths(ours, theirs) : comparePatterns(policy, requested);
}

/** A bucket and the objects in it are two kinds of resources. https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html */
function compareBuckets(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [bucketOf(policy), bucketOf(requested)];
  const bucket = comparePatterns(ours.bucket, theirs.bucket);
  if (bucket !== undefined) return { ...bucket, words: `${bucket.words} (bucket)` };
  if (ours.key === null && theirs.key !== null)
    return {
      kind: 'bucket-vs-object',
      words: `the bucket, not the objects in it: ${ours.bucket}/* is missing`,
      distance: 1,
    };
  if (ours.key !== null && theirs.key === null)
    return {
      kind: 'bucket-vs-object',
      words: `objects in the bucket, not the bucket itself: ${ours.bucket} is missing`,
      distance: 1,
    };
  return comparePatterns(ours.key ?? '', theirs.key ?? '');
}

function bucketOf(resource: string): { readonly bucket: string; readonly key: string | null } {
  const slash = resource.indexOf('/');
  return slash < 0
    ? { bucket: resource, key: null }
    : { bucket: resource.slice(0, slash), key: resource.slice(slash + 1) };
}

/** Resources of which one contains the other, and names that AWS generates: easily forgotten in a policy. */
function compareInsides(service: string, policy: string, requested: string): Difference | undefined {
  switch (service) {
    case 'iam':
    case 'sts':
      return undefined;
    case 'secretsmanager':
      return compareSecrets(policy, requested) ?? compareContained(policy, requested);
    case 'kms':
      return compareKeys(policy, requested);
    default:
      return compareContained(policy, requested);
  }
}

/** A log group and its streams, a table and its indexes, a function and its versions. */
function compareContained(policy: string, requested: string): Difference | undefined {
  if (policy === '' || requested === '') return undefined;
  if (requested.startsWith(policy) && isSeparator(requested.charAt(policy.length)))
    return { kind: 'contained', words: `it ends before ${requested.slice(policy.length)}`, distance: 1 };
  if (policy.startsWith(requested) && isSeparator(policy.charAt(requested.length)))
    return {
      kind: 'contained',
      words: `policy has what is inside it (${policy.slice(requested.length)}), request is for it itself`,
      distance: 1,
    };
  return undefined;
}

function isSeparator(character: string): boolean {
  return character === '/' || character === ':';
}

/** Six random characters end a secret's ARN: https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html */
const SUFFIX = /-[A-Za-z0-9]{6}$/;

function compareSecrets(policy: string, requested: string): Difference | undefined {
  if (!SUFFIX.test(requested)) return undefined;
  const name = requested.slice(0, -7);
  if (policy === name)
    return {
      kind: 'secret-suffix',
      words: `without the six characters that end a secret’s ARN: ${name}-?????? covers it`,
      distance: 1,
    };
  if (SUFFIX.test(policy) && policy.slice(0, -7) === name)
    return {
      kind: 'secret-suffix',
      words: 'an older or newer secret of the same name: the last six characters of its ARN differ',
      distance: 1,
    };
  return undefined;
}

/** Requests are for keys, never for their aliases: https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
function compareKeys(policy: string, requested: string): Difference | undefined {
  if (!policy.startsWith('alias/') || !requested.startsWith('key/')) return undefined;
  return { kind: 'key-alias', words: 'an alias: policies must name the key itself', distance: 1.5 };
}

/**
 * Users, roles, policies and so on: the path is part of the ARN, and easily forgotten.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
 */
function comparePaths(ours: ResourceParts, theirs: ResourceParts): Difference | undefined {
  const path = comparePath(ours, theirs);
  const name = comparePatterns(ours.name, theirs.name);
  if (path !== undefined) return joined([path, name]);
  return name ?? comparePatterns(ours.path + ours.name, theirs.path + theirs.name);
}

function comparePath(ours: ResourceParts, theirs: ResourceParts): Difference | undefined {
  if (covers(ours.path, theirs.path)) return undefined;
  if (ours.path === '/') {
    // A wildcard at the end of the name may cover path and name: `role/team*`.
    return ours.name.includes('*') && covers(ours.path + ours.name, theirs.path + theirs.name)
      ? undefined
      : { kind: 'path', words: `missing path: the ${theirs.type} is at ${theirs.path}`, distance: 1 };
  }
  // Everything under another path: nothing suggests that this resource was meant.
  if (/^\*+$/.test(ours.name))
    return {
      kind: 'wildcard',
      words: `only what is under ${ours.path}, but the request is for ${theirs.path}${theirs.name}`,
      distance: 4,
    };
  if (theirs.path === '/')
    return { kind: 'path', words: `a path, ${ours.path}, that the ${theirs.type} does not have`, distance: 1 };
  if (covers(ours.path.toLowerCase(), theirs.path.toLowerCase()))
    return { kind: 'path', words: `different case of the path: ${sides(ours.path, theirs.path)}`, distance: 0.5 };
  return { kind: 'path', words: `different path: ${sides(ours.path, theirs.path)}`, distance: 2 };
}

/** The components of an ARN's last part. */
interface ResourceParts {
  readonly type: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  readonly name: string;
}

/** `role/teams/red/deploy` → role, /teams/red/, deploy. A resource without a type (an SQS queue) is only a name. */
function splitResource(resource: string): ResourceParts {
  const start = resource.search(/[/:]/);
  if (start < 0) return { type: '', path: '', name: resource };
  const rest = resource.slice(start + 1);
  const last = rest.lastIndexOf('/');
  return { type: resource.slice(0, start), path: `/${rest.slice(0, last + 1)}`, name: rest.slice(last + 1) };
}
