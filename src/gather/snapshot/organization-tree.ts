import { answerKey } from './call-key.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

type Held = Snapshot['held'];

const LIST_PARENTS = 'organizations:ListParents';

/** The OU or root above an account or OU. Undefined if it is unknown, and for a root. */
function parentOf(id: string, held: Held): string | undefined {
  const parent = held.get(answerKey('', LIST_PARENTS, id))?.fields['ParentId'];
  return typeof parent === 'string' ? parent : undefined;
}

/** The root, at most five levels of OUs, and the account. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const LONGEST_PATH = 7;

/** The ids from the root to an account. Undefined if a step is unknown. */
export function pathFromRoot(account: string, held: Held): readonly string[] | undefined {
  const path = [account];
  for (let id = parentOf(account, held); id !== undefined && path.length < LONGEST_PATH; id = parentOf(id, held))
    path.unshift(id);
  return path[0]?.startsWith('r-') ? path : undefined;
}

/** Throws a SnapshotError if an account or OU is its own ancestor. Takes linear time: no step is walked twice. */
export function refuseCircles(held: Held): void {
  const walked = new Set<string>();
  for (const [key, { pointer }] of held) {
    if (!key.startsWith(`\n${LIST_PARENTS}\n`)) continue;
    const path = new Set<string>();
    for (let id = key.split('\n')[2]; id !== undefined && !walked.has(id); id = parentOf(id, held)) {
      if (path.has(id))
        throw new SnapshotError(`The parents of ${id} lead back to itself: correct "parents" there.`, pointer);
      path.add(id);
    }
    for (const id of path) walked.add(id);
  }
}
