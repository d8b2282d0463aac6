import { answerKey } from './call-key.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

type Held = Snapshot['held'];

const LIST_PARENTS = 'organizations:ListParents';

/** The OU or root above an account or OU; undefined where it is not known, and above a root. */
function parentOf(id: string, held: Held): string | undefined {
  const parent = held.get(answerKey('', LIST_PARENTS, id))?.fields['ParentId'];
  return typeof parent === 'string' ? parent : undefined;
}

/** An organization has five levels of OUs at most. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const LONGEST_WAY = 20;

/** The ids from the root to the account itself; undefined where a step is not known. */
export function wayFromRoot(account: string, held: Held): readonly string[] | undefined {
  const way = [account];
  for (let id = parentOf(account, held); id !== undefined && way.length < LONGEST_WAY; id = parentOf(id, held))
    way.unshift(id);
  return way[0]?.startsWith('r-') ? way : undefined;
}

/** Throws where something is its own ancestor. Linear: a way that was walked is not walked again. */
export function refuseCircles(held: Held): void {
  const walked = new Set<string>();
  for (const [key, { pointer }] of held) {
    if (!key.startsWith(`\n${LIST_PARENTS}\n`)) continue;
    const way = new Set<string>();
    for (let id = key.split('\n')[2]; id !== undefined && !walked.has(id); id = parentOf(id, held)) {
      if (way.has(id))
        throw new SnapshotError(`The parents of ${id} lead back to itself: correct "parents" there.`, pointer);
      way.add(id);
    }
    for (const id of way) walked.add(id);
  }
}
