import type { FoundCause } from '../causes/cause.ts';
import { elsewhere } from '../grants/elsewhere.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { compactJson } from '../policy/compact-json.ts';
import { applyChanges } from './apply-changes.ts';
import type { Draft } from './draft.ts';
import { draftRemedies } from './draft-remedies.ts';
import { newDocuments } from './new-documents.ts';
import { type Shortage, shortages } from './room.ts';

/**
 * The draft of a cause, in documents that AWS takes: where one of them would be too large, what is added goes into another document, and
 * where there is none, the draft only says what the limit is.
 */
export function draftInRoom(cause: FoundCause, denialCase: DenialCase): Draft | undefined {
  const draft = draftRemedies(cause, denialCase);
  const [shortage] = draft === undefined ? [] : shortagesOf(draft, denialCase);
  if (draft === undefined || shortage === undefined) return draft;
  const others = cause.blocker === null ? [] : elsewhere(cause.blocker, cause.remedies, denialCase);
  for (const remedy of others) {
    const other = draftRemedies({ ...cause, remedies: [remedy] }, denialCase);
    if (other !== undefined && shortagesOf(other, denialCase).length === 0) return other;
  }
  return shortage.status === 'unsure' ? draft : makeRoomFirst(draft, shortage);
}

function shortagesOf({ changes }: Draft, denialCase: DenialCase): readonly Shortage[] {
  const before = denialCase.facts.policies;
  const after = applyChanges(before, changes);
  if (after === undefined) return [];
  const found = shortages(newDocuments(before, after, changes), before, after);
  return found.toSorted((left, right) => left.status.localeCompare(right.status));
}

/** No document is shown that AWS would refuse. */
function makeRoomFirst({ who, summary, changes }: Draft, { words }: Shortage): Draft {
  const added = changes.map(({ after }) => (typeof after === 'string' ? after : compactJson(after))).join(' ');
  return {
    who,
    summary: `make room first: ${words}; then ${summary}: ${added}`,
    changes: [],
    request: null,
    commands: [],
  };
}
