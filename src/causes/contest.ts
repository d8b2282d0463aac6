import type { Aspect } from '../model/aspect.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { BlockerCause, CaseCause, Finding, WhyNot } from './cause.ts';

/** A cause of a contest, and what it answered: what `--trace` prints. */
export interface AskedCause {
  /** What it was asked to explain; null for a cause of the case. */
  readonly blocker: Blocker | null;
  readonly id: string;
  /** Null where it has a finding. */
  readonly whyNot: WhyNot | null;
}

/** Takes each cause of a contest in its place, those that a winner before them leaves unasked as well. */
export type OnAsked = (asked: AskedCause) => void;

/** A cause with what it found. */
export interface Won {
  readonly id: string;
  readonly layer: Layer | null;
  /** Only where a cause beyond the policies is about something else than its contest. */
  readonly aspect?: Aspect | undefined;
  readonly finding: Finding;
}

/**
 * The first cause of a layer's contest that explains the blocker: special causes stand before general ones.
 * Undefined where none does.
 */
export function firstToExplain(
  contest: readonly BlockerCause[],
  blocker: Blocker,
  denialCase: DenialCase,
  onAsked?: OnAsked,
): Won | undefined {
  let asked = 0;
  for (const { id, kind, explain } of contest) {
    asked += 1;
    const answer = kind === undefined || kind === blocker.kind ? explain(blocker, denialCase) : OTHER_KIND;
    onAsked?.({ blocker, id, whyNot: typeof answer === 'string' ? answer : null });
    if (typeof answer === 'string') continue;
    if (onAsked !== undefined) passOver(contest.slice(asked), blocker, onAsked);
    return { id, layer: blocker.layer, finding: answer };
  }
  return undefined;
}

const OTHER_KIND: WhyNot = 'it explains a different kind of blocker';
const NOT_ASKED: WhyNot = 'not considered, because an earlier cause wins';

/** The causes behind the winner are not asked. */
function passOver(causes: readonly { readonly id: string }[], blocker: Blocker | null, onAsked: OnAsked): void {
  for (const { id } of causes) onAsked({ blocker, id, whyNot: NOT_ASKED });
}

/**
 * What the causes of a contest found in the case: the first certain one wins, and ends the contest; likely ones that were asked before
 * it stay beside it. So a cause that must not stand beside a certain one has its place behind it.
 */
export function winnersOf(contest: readonly CaseCause[], denialCase: DenialCase, onAsked?: OnAsked): readonly Won[] {
  const winners: Won[] = [];
  let asked = 0;
  for (const { id, layer, aspect, find } of contest) {
    asked += 1;
    const answer = find(denialCase);
    onAsked?.({ blocker: null, id, whyNot: typeof answer === 'string' ? answer : null });
    if (typeof answer === 'string') continue;
    winners.push({ id, layer, aspect, finding: answer });
    if (answer.certainty === 'likely' || answer.certainty === 'unknown') continue;
    if (onAsked !== undefined) passOver(contest.slice(asked), null, onAsked);
    break;
  }
  return winners;
}
