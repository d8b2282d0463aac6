import type { FoundCause } from '../causes/cause.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import { applyChanges } from './apply-changes.ts';
import type { Draft } from './draft.ts';
import { draftRemedy } from './draft-remedy.ts';

/** One draft of a cause's remedies: they belong together. Undefined where the documents cannot take it: that is no fix. */
export function combineRemedies(cause: FoundCause, denialCase: DenialCase): Draft | undefined {
  const drafts = cause.remedies.flatMap((remedy) => draftRemedy(remedy, denialCase) ?? []);
  if (drafts.length === 0 || drafts.length < cause.remedies.length) return undefined;
  const draft = mergeDrafts(drafts);
  return applyChanges(denialCase.facts.policies, draft.changes) === undefined ? undefined : draft;
}

/** A draft that can be made beside those of the other causes. */
export interface UsableDraft {
  readonly cause: FoundCause;
  readonly draft: Draft;
}

/** The drafts that can be made one after the other; one that does not fit those before it leaves its cause where it is. */
export function fitTogether(
  found: readonly FoundCause[],
  drafts: readonly (Draft | undefined)[],
  denialCase: DenialCase,
): readonly UsableDraft[] {
  const seen = new Set<string>();
  let { policies } = denialCase.facts;
  return found.flatMap((cause, index) => {
    const draft = drafts[index];
    const after = draft && applyChanges(policies, distinct(draft.changes, seen));
    if (draft === undefined || after === undefined) return [];
    policies = after;
    return [{ cause, draft }];
  });
}

/** One draft that does what all of them do. */
export function mergeDrafts(drafts: readonly Draft[]): Draft {
  const sent = drafts.flatMap(({ request }) => (request === null ? [] : [request]));
  return {
    who: drafts[0]?.who ?? 'you',
    summary: drafts.map((draft) => draft.summary).join('; '),
    changes: distinct(
      drafts.flatMap((draft) => draft.changes),
      new Set(),
    ),
    request:
      sent.length === 0
        ? null
        : { ...Object.assign({}, ...sent), context: Object.assign({}, ...sent.map(({ context }) => context)) },
    commands: drafts.flatMap((draft) => draft.commands),
  };
}

/** Two causes may ask for the same change of one document, which may act in two layers: it is made once. */
function distinct(changes: readonly Change[], seen: Set<string>): readonly Change[] {
  return changes.filter(({ policy, ...change }) => {
    const key = JSON.stringify([policy.arn ?? policy, change]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
