import type { FoundCause } from '../causes/cause.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change, SentInstead } from '../model/diagnosis.ts';
import type { Who } from '../model/gap.ts';
import type { PolicyRef } from '../model/policy.ts';
import { applyChanges } from './apply-changes.ts';

/** A fix before it is proven: what changes, who can change it, or what to send instead. */
export interface Draft {
  readonly who: Who;
  readonly summary: string;
  readonly changes: readonly Change[];
  readonly request: SentInstead | null;
  /** True where the request has the values of `request` by what is set beforehand, such as a tag: none of them is sent. */
  readonly setBeforehand?: boolean;
  /** What the commands change by themselves: tried by the check, and no change to make by hand. */
  readonly effect?: readonly Change[];
  /** Commands of a remedy that changes no document. */
  readonly commands: readonly (readonly string[])[];
}

/** One more value in the list at a pointer, or a second one beside the single value there. `before` is what the document has there. */
export function oneMore(policy: PolicyRef, pointer: string, before: unknown, value: string): Change {
  return Array.isArray(before)
    ? { policy, pointer: `${pointer}/-`, before: null, after: value }
    : { policy, pointer, before, after: [before, value] };
}

/** One draft that does what all of them do. */
export function mergeDrafts(drafts: readonly Draft[]): Draft {
  const sent = drafts.flatMap(({ request }) => (request === null ? [] : [request]));
  return {
    who: drafts[0]?.who ?? 'you',
    summary: drafts.map((draft) => draft.summary).join('; '),
    changes: distinctChanges(
      drafts.flatMap((draft) => draft.changes),
      new Set(),
    ),
    request:
      sent.length === 0
        ? null
        : { ...Object.assign({}, ...sent), context: Object.assign({}, ...sent.map(({ context }) => context)) },
    setBeforehand: drafts.every(({ request, setBeforehand }) => request === null || setBeforehand === true),
    effect: drafts.flatMap(({ effect }) => effect ?? []),
    commands: drafts.flatMap((draft) => draft.commands),
  };
}

/** The draft of a cause that can be applied together with those of the other causes. */
export interface UsableDraft {
  readonly cause: FoundCause;
  readonly draft: Draft;
}

/**
 * The drafts that can be applied one after the other. A draft that no longer fits the document which the ones before it leave is left out,
 * and its cause stays unfixed. `drafts` has the draft of each cause at the same index.
 */
export function fitTogether(
  causes: readonly FoundCause[],
  drafts: readonly (Draft | undefined)[],
  denialCase: DenialCase,
): readonly UsableDraft[] {
  const seen = new Set<string>();
  let { policies } = denialCase.facts;
  return causes.flatMap((cause, index) => {
    const draft = drafts[index];
    const after = draft && applyChanges(policies, distinctChanges(draft.changes, seen));
    if (draft === undefined || after === undefined) return [];
    policies = after;
    return [{ cause, draft }];
  });
}

/** Two causes may ask for the same change of one document, which may act in two layers: it is made once. `seen` takes the changes up. */
function distinctChanges(changes: readonly Change[], seen: Set<string>): readonly Change[] {
  return changes.filter(({ policy, ...change }) => {
    const key = JSON.stringify([policy.arn ?? policy, change]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
