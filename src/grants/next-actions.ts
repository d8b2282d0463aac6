import { decide } from '../evaluate/decide.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { RequestPolicies } from '../model/policy.ts';
import { workflowOf } from '../reference/workflows.ts';

/**
 * What the task of the denied call needs besides, as AWS documents it, and no identity policy is known to allow after a fix: it would be
 * denied next. "" where the task is not known, or where all of it is allowed. A fix opens what was denied, so they are named only.
 */
export function nextActionsWords({ request, text }: DenialCase, after: RequestPolicies): string {
  const workflow = request === null ? undefined : workflowOf(request.action, text);
  if (request === null || workflow === undefined) return '';
  const isLacking = (resource: string | null) => (action: string) =>
    action.toLowerCase() !== request.action.toLowerCase() &&
    decide({ ...request, action, resource }, after).layers.identity.allow !== 'yes';
  const there = [...workflow.actions, ...(workflow.beside ?? [])].filter(isLacking(request.resource));
  const onAll = workflow.onAll.filter(isLacking('*'));
  const lists = [
    there.length === 0 ? [] : [`${there.join(', ')} on ${request.resource === '*' ? '*' : 'it'}`],
    onAll.length === 0 ? [] : [`${onAll.join(', ')} on *`],
  ].flat();
  return lists.length === 0 ? '' : `${workflow.task} also needs ${lists.join(', and ')}`;
}
