import { upperFirst } from '../../model/layer-words.ts';
import type { Requirement } from '../../model/requirement.ts';
import { type RequirementItem, words } from './requirements/requirement-line.ts';

/** The item of the list that says why it is about an action that the text does not name. Undefined where the text names the call. */
export function whichCall([first]: readonly Requirement[]): RequirementItem | undefined {
  if (first?.likelyCall === undefined) return undefined;
  return {
    title: `Which call: the error does not say. ${upperFirst(first.likelyCall)}, so the list is about that.`,
    lines: [words('If AWS’s record of the call in CloudTrail names another action, pass that with --action.')],
  };
}
