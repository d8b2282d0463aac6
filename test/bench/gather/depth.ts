/** A request as the server saw it. Times in milliseconds. */
export interface Seen {
  readonly call: string;
  readonly input: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
  readonly response: string;
}

/**
 * Dependent round trips: a request is one deeper than the answer that first told a value which it sends. Values that the question
 * holds are known from the start.
 */
export function depthOf(requests: readonly Seen[], question: string): number {
  const depths = new Map<Seen, number>();
  for (const request of requests.toSorted((left, right) => left.from - right.from)) {
    const before = [...depths].filter(([{ to }]) => to <= request.from);
    const waited = Object.values(request.input).map((value) => {
      if (question.includes(value)) return 0;
      const told = before.filter(([{ response }]) => response.includes(value)).map(([, depth]) => depth);
      return told.length === 0 ? 0 : Math.min(...told);
    });
    depths.set(request, 1 + Math.max(0, ...waited));
  }
  return Math.max(0, ...depths.values());
}
