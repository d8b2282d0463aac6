import type { Read, ReadAnswer, ReadCall } from '../../model/read.ts';

/** Asks each thing once: the same call, about the same account, with the same input. Refusals are remembered as well. */
export function memoize(read: Read): Read {
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
