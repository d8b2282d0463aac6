import { nearestTexts } from '../../reference/edit-distance.ts';
import { lookUpAction, serviceIndex } from '../../reference/service-facts.ts';

/**
 * A warning for an action that AWS does not list, with what may have been meant; null for any other. IAM allows what a wildcard covers,
 * whether it exists or not, so a gate with a misspelt action would pass. No error: the list is as old as the release.
 */
export function unknownAction(action: string): string | null {
  if (/[*?]/.test(action)) return null;
  const found = lookUpAction(action);
  const index = serviceIndex();
  if (index === undefined || found.status === 'known' || found.status === 'no-data') return null;
  const [service = '', name = ''] = action.split(':');
  const [nearest] =
    found.status === 'unknown-action'
      ? nearestTexts(name, found.service.actionNames, 1).map((near) => `${found.service.prefix}:${near}`)
      : nearestTexts(service, Object.keys(index.services), 1).map((near) => `${near}:${name}`);
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return `AWS lists no action ${action} (as of ${index.updated})${meant}`;
}
