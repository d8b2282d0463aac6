import type { PolicyVersions } from '../../model/policy.ts';
import type { NewDocument } from './fix-commands.ts';

/** "A customer managed policy can have up to five versions": https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
const MOST_VERSIONS = 5;

/**
 * The version that has to be deleted before a policy can have a new one: the oldest that is not the default. Null where there is room,
 * or where the versions are not known.
 */
export function spareVersion(versions: PolicyVersions | undefined): string | null {
  const { ids = null, defaultVersionId } = versions ?? {};
  if (ids === null || ids.length < MOST_VERSIONS) return null;
  const numberOf = (id: string) => Number(id.slice(1));
  const others = ids.filter((id) => id !== defaultVersionId);
  return others.toSorted((left, right) => numberOf(left) - numberOf(right))[0] ?? null;
}

/** What has to be said of a new document for which an old version is deleted; empty where there is none. */
export function spareWords(documents: readonly NewDocument[]): string {
  const full = documents.flatMap(({ policy, spare }) => (spare === null ? [] : [`${spare} of ${policy.name}`]));
  return full.length === 0
    ? ''
    : `a policy keeps ${MOST_VERSIONS} versions, so ${full.join(' and ')}, the oldest that is not the default, is deleted first`;
}
