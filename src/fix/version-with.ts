import type { AttachedPolicy } from '../model/policy.ts';
import { sameValue } from '../policy/same-value.ts';

/** The id of the version of a managed policy that has this very document, though it is not the default; null where none is known. */
export function versionWith(document: unknown, policy: AttachedPolicy | undefined): string | null {
  const newest = policy?.versions?.newest;
  return newest?.status === 'known' && sameValue(newest.value.document, document) ? newest.value.versionId : null;
}
