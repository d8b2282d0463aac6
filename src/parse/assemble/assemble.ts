import type { Reading } from '../reading/reading.ts';
import type { Part } from '../shapes/shape.ts';
import { fits } from './fits.ts';
import { beginGroup, type Group, joinGroup } from './group.ts';

/** Puts the parts of a text together: each group is one error. One pass over the parts in their order. */
export function assemble(parts: readonly Part[], reading: Reading): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const part of inOrder(parts)) {
    if (open !== undefined && fits(open, part, reading)) open = joinGroup(open, part);
    else {
      if (open !== undefined) groups.push(open);
      open = beginGroup(part);
    }
  }
  if (open !== undefined) groups.push(open);
  return groups;
}

/** By where they begin; what is around comes before what is inside. */
function inOrder(parts: readonly Part[]): Part[] {
  return [...parts].sort((one, other) => one.from - other.from || other.to - one.to);
}
