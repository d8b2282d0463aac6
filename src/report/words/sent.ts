import type { Fix } from '../../model/diagnosis.ts';
import { ownerOfKey } from '../../reference/keys/key-owner.ts';

/**
 * What to send instead, where no document changes. What comes with the credentials or the way that the call takes (MFA, a VPC endpoint) is
 * nothing to send: the summary says how it is done.
 */
export function sentInstead({ request }: Fix): readonly (readonly [key: string, values: readonly string[]])[] {
  return Object.entries(request?.context ?? {}).filter(
    ([key]) => !['caller', 'way'].includes(ownerOfKey(key, '').owner),
  );
}
