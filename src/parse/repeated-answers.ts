import type { Denial } from '../model/denial.ts';
import { isPartOf } from './distinct-key.ts';

/** A denial, how often it occurs, and its first and last line (counted from 1). `text` is the lines it was read from. */
export interface CollectedDenial {
  readonly denial: Denial;
  readonly text: string;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** How many requests are kept open at a time: an answer is repeated soon or not at all. */
const MOST_OPEN = 256;

/**
 * Joins the denials that are one answer, printed more than once with more or less detail: the request id shows it. Passes on each
 * of them when no repeat is expected any more.
 */
export class RepeatedAnswers {
  readonly #pass: (found: CollectedDenial) => void;
  /** Requests whose answer may be printed again, by request id. */
  readonly #open = new Map<string, CollectedDenial>();

  constructor(pass: (found: CollectedDenial) => void) {
    this.#pass = pass;
  }

  /** Adds the next denial of the text, with the lines it was read from. */
  add(denial: Denial, text: string): void {
    const [firstLine, lastLine] = denial.lines;
    const found = { denial, text, count: denial.calls ?? 1, firstLine, lastLine };
    const request = denial.requestId !== null && isRequestId(denial.requestId) ? denial.requestId : undefined;
    const before = request === undefined ? undefined : this.#open.get(request);
    const whole = before === undefined ? found : mergedAnswers(before, found);
    if (request === undefined || whole === undefined) this.#pass(found);
    else this.#open.set(request, whole);
    if (this.#open.size > MOST_OPEN) this.#closeOldest();
  }

  /** Passes on whatever is kept. */
  close(): void {
    while (this.#open.size > 0) this.#closeOldest();
  }

  #closeOldest(): void {
    const [oldest] = this.#open;
    if (oldest === undefined) return;
    const [request, found] = oldest;
    this.#open.delete(request);
    this.#pass(found);
  }
}

/** Two occurrences of one denial as one: counts both, and keeps the words of the more detailed one. */
export function joinedOccurrences(before: CollectedDenial, found: CollectedDenial): CollectedDenial {
  return joined(before, found, fullerOf(before, found));
}

/** Two answers with the same request id as one denial; undefined if they contradict each other, so that the id must be wrong. */
function mergedAnswers(before: CollectedDenial, found: CollectedDenial): CollectedDenial | undefined {
  const [inBefore, inFound] = [isPartOf(found.denial, before.denial), isPartOf(before.denial, found.denial)];
  if (!inBefore && !inFound) return undefined;
  const fuller = inBefore && inFound ? fullerOf(before, found) : inBefore ? before : found;
  const poorer = fuller === before ? found : before;
  return { ...joined(before, found, fuller), denial: withIdsOf(poorer.denial, fuller.denial) };
}

/** Keeps the ids that AWS can look up, whichever of the two answers had them. */
function withIdsOf({ encodedMessage, authorizationId }: Denial, denial: Denial): Denial {
  return {
    ...denial,
    encodedMessage: denial.encodedMessage ?? encodedMessage,
    authorizationId: denial.authorizationId ?? authorizationId,
  };
}

/** Counts both, and keeps the denial of one. */
function joined(before: CollectedDenial, found: CollectedDenial, kept: CollectedDenial): CollectedDenial {
  return {
    denial: kept.denial,
    text: kept.text,
    count: before.count + found.count,
    firstLine: Math.min(before.firstLine, found.firstLine),
    lastLine: Math.max(before.lastLine, found.lastLine),
  };
}

/** True for an id as AWS generates them. Any other is masked or made up, and several requests may share it. */
function isRequestId(requestId: string): boolean {
  const isAws = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{16})$/.test(requestId);
  return isAws && new Set(requestId).size > 6;
}

/** The more detailed of two equal denials (an encoded message, an operation, a request id), or the first one. */
function fullerOf(one: CollectedDenial, other: CollectedDenial): CollectedDenial {
  const more = detailIn(one.denial) - detailIn(other.denial) || other.denial.lines[0] - one.denial.lines[0];
  return more >= 0 ? one : other;
}

function detailIn(denial: Denial): number {
  const { encodedMessage, authorizationId, code, operation, requestId, region, truncated } = denial;
  // An id that AWS can look up is worth more than all other details.
  const asked = [encodedMessage, authorizationId].filter((one) => one !== null).length * 10;
  return asked + [code, operation, requestId, region].filter((one) => one !== null).length - (truncated ? 1 : 0);
}
