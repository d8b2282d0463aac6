import { comparePatterns } from './compare-patterns.ts';
import { covers } from './covers.ts';
import { type Difference, joined } from './difference.ts';
import type { ResourceParts } from './split-resource.ts';

/**
 * Users, roles, policies and so on: a path belongs to the ARN, and is easily forgotten.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
 */
export function comparePaths(ours: ResourceParts, theirs: ResourceParts): Difference | undefined {
  const path = comparePath(ours, theirs);
  const name = comparePatterns(ours.name, theirs.name);
  if (path !== undefined) return joined([path, name]);
  return name ?? comparePatterns(ours.path + ours.name, theirs.path + theirs.name);
}

function comparePath(ours: ResourceParts, theirs: ResourceParts): Difference | undefined {
  if (covers(ours.path, theirs.path)) return undefined;
  if (ours.path === '/') {
    // A star at the end of the name may stand for path and name: `role/team*`.
    return ours.name.includes('*') && covers(ours.path + ours.name, theirs.path + theirs.name)
      ? undefined
      : { kind: 'path', words: `missing path: the ${theirs.type} is at ${theirs.path}`, distance: 1 };
  }
  // All that is at another path: nothing says that just this one was meant.
  if (/^\*+$/.test(ours.name))
    return { kind: 'wildcard', words: `only what is at ${ours.path}, not ${theirs.path}${theirs.name}`, distance: 4 };
  if (theirs.path === '/')
    return { kind: 'path', words: `a path, ${ours.path}, that the ${theirs.type} does not have`, distance: 1 };
  if (covers(ours.path.toLowerCase(), theirs.path.toLowerCase()))
    return { kind: 'path', words: `other case of the path: ${ours.path}, not ${theirs.path}`, distance: 0.5 };
  return { kind: 'path', words: `other path: ${ours.path}, not ${theirs.path}`, distance: 2 };
}
