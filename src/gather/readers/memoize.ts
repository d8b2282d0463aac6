import type { ReadAnswer, ReadCall } from '../../model/read.ts';

/** Makes each call once for each account and input. Refusals are remembered as well. */
export function memoize<Call extends ReadCall>(
  read: (call: Call) => Promise<ReadAnswer>,
): (call: Call) => Promise<ReadAnswer> {
  const answers = new Map<string, Promise<ReadAnswer>>();
  return (call) => {
    const key = callKey(call);
    const asked = answers.get(key);
    if (asked !== undefined) return asked;
    const answer = read(call);
    answers.set(key, answer);
    return answer;
  };
}

/** Equal for equal calls, whatever the order of the input's keys. */
export function callKey(call: ReadCall): string {
  const input = Object.entries(call.input).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([call.account, call.call, input]);
}
