import { isFederated } from '../../model/actions.ts';
import { apiAction, neededWords } from '../../reference/actions/related-actions.ts';
import { editDistance } from '../../reference/edit-distance.ts';
import { lookUpAction } from '../../reference/service-facts.ts';
import { lettersInWords } from './compare-names.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, FAR, sides } from './difference.ts';

/**
 * How an action in a policy differs from the one requested: a typing error, an API's name instead of its IAM action, another API of the
 * same family, another service. Letter case does not matter. Undefined if the policy's action covers the requested one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function compareActions(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [policy.toLowerCase(), requested.toLowerCase()];
  if (covers(ours, theirs)) return undefined;
  if (covers(ours.trim(), theirs))
    return { kind: 'unknown-action', words: 'white space in the action, which never matches', distance: 0.5 };
  if (apiAction(ours)?.toLowerCase() === theirs)
    return { kind: 'api-name', words: `the name of the API: its IAM action is ${requested}`, distance: 1 };
  return compareServices(policy, requested) ?? compareInService(policy, requested);
}

/** Undefined if both actions belong to the same service. */
function compareServices(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [split(policy.toLowerCase()), split(requested.toLowerCase())];
  if (ours.service === theirs.service) return undefined;
  const sameName = ours.name === theirs.name;
  if (ours.service === '' && sameName)
    return { kind: 'action-prefix', words: `no service before the colon: it must be ${requested}`, distance: 1 };
  const exists = lookUpAction(policy.trim()).status !== 'unknown-service';
  if (sameName && exists)
    return { kind: 'action-prefix', words: `different service: ${sides(ours.service, theirs.service)}`, distance: 2 };
  if (sameName || (!exists && editDistance(ours.name, theirs.name) <= 1))
    return {
      kind: 'action-prefix',
      words: `different service: there is no ${ours.service}, it must be ${theirs.service}`,
      distance: 1,
    };
  return neededBy(policy, requested) ?? { words: 'a different action', distance: 2 * FAR };
}

function split(action: string): { readonly service: string; readonly name: string } {
  const colon = action.indexOf(':');
  return { service: action.slice(0, Math.max(0, colon)).trim(), name: action.slice(colon + 1) };
}

function compareInService(policy: string, requested: string): Difference {
  if (isPattern(policy)) return comparePrefix(policy, requested);
  const lookedUp = lookUpAction(policy.trim()).status;
  const letters = editDistance(policy.toLowerCase(), requested.toLowerCase());
  // Only the list of the service's actions shows that one does not exist, hence is a typing error.
  if (letters <= 3 && lookedUp === 'unknown-action')
    return {
      kind: 'unknown-action',
      words: `${lettersInWords(letters)}: there is no action ${policy}`,
      distance: letters,
    };
  if (isFamily(policy, requested)) return { words: `different API: ${sides(policy, requested)}`, distance: 2 };
  if (letters <= 2) return { words: `different action: ${sides(policy, requested)}`, distance: 3 };
  const needed = neededBy(policy, requested);
  if (needed !== undefined) return needed;
  const words = `different action: ${sides(policy, requested)}`;
  return { words, distance: FAR + (lookedUp === 'known' ? 1 : 0.5) };
}

/** Farther than a statement that has the action itself, and fails in something else. */
const NEEDED = 0.75 * FAR;

function neededBy(policy: string, requested: string): Difference | undefined {
  const words = neededWords(requested, policy);
  return words === undefined ? undefined : { kind: 'needed-action', words, distance: NEEDED };
}

function comparePrefix(policy: string, requested: string): Difference {
  const [ours, theirs] = [split(policy.toLowerCase()).name, split(requested.toLowerCase()).name];
  const fixed = ours.slice(0, ours.search(/[*?]/));
  const like = fixed.length >= 4 && editDistance(fixed, theirs.slice(0, fixed.length)) <= 1;
  const words = `the wildcard does not cover it: ${sides(policy, requested)}`;
  return { words, distance: like ? 2 : FAR + 1 };
}

/** `AssumeRole` and `AssumeRoleWithSAML`, `GetObject` and `GetObjectVersion`: one begins with all of the other. */
function isFamily(policy: string, requested: string): boolean {
  if (isFederated(policy) && isFederated(requested)) return true;
  const [short = '', long = ''] = [policy.trim(), requested].sort((left, right) => left.length - right.length);
  return long.toLowerCase().startsWith(short.toLowerCase()) && /^[A-Z]/.test(long.slice(short.length));
}
