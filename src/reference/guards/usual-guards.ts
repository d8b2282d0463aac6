import type { UsualGuard } from '../../model/usual-guard.ts';
import type { GuardedRequest, GuardRow } from './guard-row.ts';
import { GUARDS_OF_ACTIONS } from './guards-of-actions.ts';
import { GUARDS_OF_ANY_ACTION } from './guards-of-any-action.ts';

const ROWS: readonly GuardRow[] = [...GUARDS_OF_ACTIONS, ...GUARDS_OF_ANY_ACTION];

/** A longer list would not be read through. */
const MOST = 6;

/** What a Deny of the action in a policy of the layer usually asks of the request, what is asked of this action alone first. */
export function usualGuards(request: GuardedRequest): readonly UsualGuard[] {
  return ROWS.filter(
    ({ layers, actions, when }) =>
      layers.includes(request.layer) && (actions?.test(request.action) ?? true) && (when?.(request) ?? true),
  )
    .slice(0, MOST)
    .map(({ id, keys }) => ({ id, keys }));
}

/** Every key of the table with the actions that it is for, for its test. */
export const GUARD_ROWS: readonly Pick<GuardRow, 'id' | 'keys' | 'actions'>[] = ROWS;
