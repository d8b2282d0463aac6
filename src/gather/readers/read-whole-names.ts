import type { Read } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';
import { REMOVED } from '../../model/secrets/removed.ts';

/** Asks for nothing in whose name a secret was replaced: AWS would say that it does not exist. */
export function readWholeNames(read: Read): Read {
  return async (call) =>
    JSON.stringify(call.input).includes(REMOVED)
      ? {
          status: 'refused',
          account: null,
          code: REFUSALS.secretRemoved,
          message: 'a part of its name was removed, because it looks like a secret',
        }
      : read(call);
}
