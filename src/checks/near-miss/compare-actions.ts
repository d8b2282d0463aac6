import { editDistance } from '../../reference/edit-distance.ts';
import { lookUpAction } from '../../reference/service-facts.ts';
import { API_ACTIONS } from './api-actions.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, FAR } from './difference.ts';

/**
 * How an action in a policy differs from the one that was asked for: a typing error, an API's name instead of its IAM action, another
 * API of the same family, another service. Letter case is no difference. Undefined where it covers it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function compareActions(policy: string, asked: string): Difference | undefined {
  const [ours, theirs] = [policy.toLowerCase(), asked.toLowerCase()];
  if (covers(ours, theirs)) return undefined;
  if (covers(ours.trim(), theirs)) return { words: 'white space in the action, which never matches', distance: 0.5 };
  if (API_ACTIONS[ours]?.toLowerCase() === theirs)
    return { words: `the name of the API: its IAM action is ${asked}`, distance: 1 };
  const [ourService = '', ourName = ''] = ours.split(':', 2);
  const [theirService = '', theirName = ''] = theirs.split(':', 2);
  if (ourName === theirName) return { words: `other service: ${ourService}, not ${theirService}`, distance: 2 };
  if (ourService !== theirService) return { words: 'another action', distance: 2 * FAR };
  return isPattern(policy) ? comparePrefix(policy, ourName, asked, theirName) : compareInService(policy, asked);
}

function comparePrefix(policy: string, ourName: string, asked: string, theirName: string): Difference {
  const fixed = ourName.slice(0, ourName.search(/[*?]/));
  const like = fixed.length >= 4 && editDistance(fixed, theirName.slice(0, fixed.length)) <= 1;
  const words = `the wildcard does not cover it: ${policy}, not ${asked}`;
  return { words, distance: like ? 2 : FAR + 1 };
}

function compareInService(policy: string, asked: string): Difference {
  const exists = lookUpAction(policy.trim()).status === 'known';
  const letters = editDistance(policy.toLowerCase(), asked.toLowerCase());
  if (letters <= 3 && !exists)
    return {
      words: `${letters === 1 ? 'one letter' : `${letters} letters`}: there is no action ${policy}`,
      distance: letters,
    };
  if (isFamily(policy, asked)) return { words: `another API: ${policy}, not ${asked}`, distance: 2 };
  if (letters <= 2) return { words: `another action: ${policy}, not ${asked}`, distance: 3 };
  return { words: `another action: ${policy}, not ${asked}`, distance: FAR + (exists ? 1 : 0.5) };
}

/** `AssumeRole` and `AssumeRoleWithSAML`, `GetObject` and `GetObjectVersion`: one begins with the whole other. */
function isFamily(policy: string, asked: string): boolean {
  const [short = '', long = ''] = [policy.trim(), asked].sort((left, right) => left.length - right.length);
  return long.toLowerCase().startsWith(short.toLowerCase()) && /^[A-Z]/.test(long.slice(short.length));
}
