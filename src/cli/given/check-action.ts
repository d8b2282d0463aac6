import { nearestTexts } from '../../reference/edit-distance.ts';
import { lookUpAction, serviceIndex } from '../../reference/service-facts.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Throws a UsageError for an action that AWS does not list, with what may have been meant: IAM allows what a wildcard covers, whether it
 * exists or not, so a gate with a misspelt action would pass.
 */
export function checkAction(action: string): void {
  if (/[*?]/.test(action)) return;
  const found = lookUpAction(action);
  const index = serviceIndex();
  if (index === undefined || found.status === 'known' || found.status === 'no-data') return;
  const [service = '', name = ''] = action.split(':');
  const [nearest] =
    found.status === 'unknown-action'
      ? nearestTexts(name, found.service.actionNames, 1).map((near) => `${found.service.prefix}:${near}`)
      : nearestTexts(service, Object.keys(index.services), 1).map((near) => `${near}:${name}`);
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new UsageError(`AWS lists no action ${action} (as of ${index.updated})${meant}`);
}
