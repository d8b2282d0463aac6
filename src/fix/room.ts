import { policyWords } from '../evidence/words.ts';
import { type CountLimit, countLimitOf, type SizeLimit, sizeLimitOf, sizeOf } from '../grants/size-limits.ts';
import { permissionSetOf } from '../model/aws-names.ts';
import { type Gap, notGiven } from '../model/gap.ts';
import type { AttachedPolicy, PolicyRef, RequestPolicies } from '../model/policy.ts';
import { shortName } from '../model/short-name.ts';
import { policiesIn } from './apply-changes.ts';
import type { NewDocument } from './new-documents.ts';

/** What stands in the way of putting a new document in place. */
export interface Shortage {
  readonly policy: PolicyRef;
  /** `refused`: in every account. `unsure`: where a quota was not raised. */
  readonly status: 'refused' | 'unsure';
  /** `the trust policy of deploy would have 2,310 characters, and the default quota is 2,048` */
  readonly words: string;
}

/**
 * Which of the new documents AWS may not take, because they are larger than its quotas allow or because too many are attached already. What
 * becomes no larger than it was has room.
 */
export function shortages(
  documents: readonly NewDocument[],
  before: RequestPolicies,
  after: RequestPolicies,
): readonly Shortage[] {
  return documents.flatMap((added) => {
    // That version is there already.
    if (added.version !== null) return [];
    return [sizeShortage(added, before, after), added.isNew ? countShortage(added.policy, before) : undefined].flatMap(
      (one) => one ?? [],
    );
  });
}

/** The open question whether there is room; it is what keeps such a fix from counting as checked. */
export function roomGap({ words }: Shortage): Gap {
  return notGiven({ what: `whether AWS accepts it: ${words}`, toPass: null, who: 'account-admin' });
}

function sizeShortage(
  { policy, document }: NewDocument,
  before: RequestPolicies,
  after: RequestPolicies,
): Shortage | undefined {
  const limit = sizeLimitOf(policy);
  if (limit === undefined) return undefined;
  const size = limit.isSum ? sumOf(policy, after) : sizeOf(document);
  const old = limit.isSum ? sumOf(policy, before) : sizeBefore(policy, before);
  // What is there already shows that AWS takes it.
  if (size <= Math.max(limit.fits, old) || old > limit.most) return undefined;
  const what = limit.isSum ? `the inline policies of ${shortName(policy.attachedTo)} together` : policyWords(policy);
  return shortage(policy, `${what} would have ${number(size)} characters`, size, limit);
}

function sizeBefore(policy: PolicyRef, policies: RequestPolicies): number {
  const found = policiesIn(policies).find(({ ref }) => isSame(ref, policy));
  return found?.document.status === 'known' ? sizeOf(found.document.value) : 0;
}

function isSame(left: PolicyRef, right: PolicyRef): boolean {
  return left.kind === right.kind && left.name === right.name && left.attachedTo === right.attachedTo;
}

/** The size of all inline policies of a user, group or role, as far as they are known. */
function sumOf({ attachedTo }: PolicyRef, policies: RequestPolicies): number {
  return policiesIn(policies)
    .filter(({ ref }) => ref.kind === 'inline' && ref.attachedTo === attachedTo)
    .reduce((sum, { document }) => sum + knownSize(document), 0);
}

function knownSize(document: AttachedPolicy['document']): number {
  return document.status === 'known' ? sizeOf(document.value) : 0;
}

function countShortage(policy: PolicyRef, before: RequestPolicies): Shortage | undefined {
  const limit = countLimitOf(policy);
  const beside = policiesIn(before).filter(
    ({ ref }) => ref.kind === policy.kind && ref.attachedTo === policy.attachedTo,
  ).length;
  if (limit === undefined || beside < limit.fits) return undefined;
  const place = permissionSetOf(policy.attachedTo) ?? shortName(policy.attachedTo);
  const kind = policy.kind === 'managed' ? 'managed policies' : `${policy.kind.toUpperCase()}s`;
  return shortage(policy, `${place} would have ${beside + 1} ${kind}`, beside + 1, limit);
}

function shortage(
  policy: PolicyRef,
  words: string,
  size: number,
  { fits, most }: Pick<SizeLimit, 'fits' | 'most'> | CountLimit,
): Shortage {
  return size > most
    ? { policy, status: 'refused', words: `${words}, and AWS accepts ${number(most)}` }
    : { policy, status: 'unsure', words: `${words}, and the default quota is ${number(fits)}` };
}

/** `10,240` */
function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
