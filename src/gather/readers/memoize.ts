import type { ReadAnswer, ReadCall } from '../../model/read.ts';

/** Those that remember already. */
const remembers = new WeakSet<object>();

/** Makes each call only once for the same account and input. Refusals are kept as well. What remembers already is given back as it is. */
export function memoize<Call extends ReadCall>(
  read: (call: Call) => Promise<ReadAnswer>,
): (call: Call) => Promise<ReadAnswer> {
  if (remembers.has(read)) return read;
  const answers = new Map<string, Promise<ReadAnswer>>();
  const once = (call: Call) => {
    const key = callKey(call);
    const asked = answers.get(key);
    if (asked !== undefined) return asked;
    const answer = read(call);
    answers.set(key, answer);
    return answer;
  };
  remembers.add(once);
  return once;
}

/** A key that is the same for equal calls, whatever the order of the input's keys. */
export function callKey(call: ReadCall): string {
  const input = Object.entries(call.input).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([call.account, call.call, input]);
}
