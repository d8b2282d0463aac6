import type { Denial } from '../model/denial.ts';
import { distinctKey, isPartOf } from './distinct-key.ts';

/** A denial and where it occurs. Lines are from 1; `text` holds the lines that it was read from. */
export interface CollectedDenial {
  readonly denial: Denial;
  readonly text: string;
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Requests that are kept open: what repeats an answer stands near it. */
const MOST_OPEN = 256;

/**
 * The distinct denials of a text, each as the fullest of its kind seen. What a log prints of one request more than once, here with less
 * and there with more, is one denial: the request id tells.
 */
export class DenialCollection {
  readonly #most: number;
  readonly #distinct = new Map<string, CollectedDenial>();
  /** By request id, the requests of which more may be printed. */
  readonly #open = new Map<string, CollectedDenial>();
  #omitted = 0;

  /** @param most distinct denials that are kept; more are only counted */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** Takes the next denial of the text, and the lines that it was read from. */
  add(denial: Denial, text: string): void {
    const [firstLine, lastLine] = denial.lines;
    const found = { denial, text, count: 1, firstLine, lastLine };
    const request = denial.requestId !== null && isRequestId(denial.requestId) ? denial.requestId : undefined;
    const before = request === undefined ? undefined : this.#open.get(request);
    const whole = before === undefined ? found : mergedAnswers(before, found);
    if (request === undefined || whole === undefined) this.#put(found);
    else this.#open.set(request, whole);
    if (this.#open.size > MOST_OPEN) this.#closeOldest();
  }

  /** To be called once, behind the last denial. In order of first appearance; `omitted` did not fit, and were not told apart. */
  end(): { readonly denials: readonly CollectedDenial[]; readonly omitted: number } {
    while (this.#open.size > 0) this.#closeOldest();
    const denials = [...this.#distinct.values()].sort((one, other) => one.firstLine - other.firstLine);
    return { denials, omitted: this.#omitted };
  }

  #closeOldest(): void {
    const [oldest] = this.#open;
    if (oldest === undefined) return;
    const [request, found] = oldest;
    this.#open.delete(request);
    this.#put(found);
  }

  #put(found: CollectedDenial): void {
    const key = distinctKey(found.denial);
    const before = this.#distinct.get(key);
    if (before !== undefined) this.#distinct.set(key, joined(before, found, fullerOf(before, found)));
    else if (this.#distinct.size < this.#most) this.#distinct.set(key, found);
    else this.#omitted += found.count;
  }
}

/** Two answers to one request, the later one behind; undefined where they state different things, and so are no answer to one. */
function mergedAnswers(before: CollectedDenial, found: CollectedDenial): CollectedDenial | undefined {
  const [inBefore, inFound] = [isPartOf(found.denial, before.denial), isPartOf(before.denial, found.denial)];
  if (!inBefore && !inFound) return undefined;
  const fuller = inBefore && inFound ? fullerOf(before, found) : inBefore ? before : found;
  const poorer = fuller === before ? found : before;
  return { ...joined(before, found, fuller), denial: withIdsOf(poorer.denial, fuller.denial) };
}

/** What AWS can be asked about is kept, wherever it stood. */
function withIdsOf({ encodedMessage, authorizationId }: Denial, denial: Denial): Denial {
  return {
    ...denial,
    encodedMessage: denial.encodedMessage ?? encodedMessage,
    authorizationId: denial.authorizationId ?? authorizationId,
  };
}

/** Both counted together, and kept as one of them. */
function joined(before: CollectedDenial, found: CollectedDenial, kept: CollectedDenial): CollectedDenial {
  return {
    denial: kept.denial,
    text: kept.text,
    count: before.count + found.count,
    firstLine: Math.min(before.firstLine, found.firstLine),
    lastLine: Math.max(before.lastLine, found.lastLine),
  };
}

/** As AWS makes them: of another look they are masked, or made up, and may stand for many requests. */
function isRequestId(requestId: string): boolean {
  const isAws = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{16})$/.test(requestId);
  return isAws && new Set(requestId).size > 6;
}

/** The one of two equal denials that states more: an encoded message, an operation, a request id; else the one that stands first. */
function fullerOf(one: CollectedDenial, other: CollectedDenial): CollectedDenial {
  const more = detailIn(one.denial) - detailIn(other.denial) || other.denial.lines[0] - one.denial.lines[0];
  return more >= 0 ? one : other;
}

function detailIn(denial: Denial): number {
  const { encodedMessage, authorizationId, code, operation, requestId, region, truncated } = denial;
  // What AWS can be asked about says more than all else.
  const asked = [encodedMessage, authorizationId].filter((one) => one !== null).length * 10;
  return asked + [code, operation, requestId, region].filter((one) => one !== null).length - (truncated ? 1 : 0);
}
