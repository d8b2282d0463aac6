import fc from 'fast-check';
import { findCall } from '../../src/gather/calls/find-call.ts';
import { callKey } from '../../src/gather/readers/memoize.ts';
import type { Read, ReadAnswer } from '../../src/model/read.ts';

/** How a read may go. */
const FATES = ['AccessDenied', 'Throttling', 'Timeout', 'gone', 'stranger', 'unproven', 'malformed', 'option'] as const;
type Fate = (typeof FATES)[number] | 'answered';

/** Which reads fail, and how: the same call always has the same fate. */
export interface Fates {
  /** One in so many reads fails. */
  readonly oneIn: number;
  readonly seed: number;
}

export const fates: fc.Arbitrary<Fates> = fc.record({
  oneIn: fc.constantFrom(2, 3, 5, 10, 40),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

/** The read, with failures. */
export function fated(read: Read, { oneIn, seed }: Fates): Read {
  return async (call) => {
    const number = hash(`${seed} ${callKey(call)}`);
    const fate = number % oneIn === 0 ? (FATES[Math.floor(number / oneIn) % FATES.length] ?? 'answered') : 'answered';
    return befallen(await read(call), fate, findCall(call.call)?.absent, call.call);
  };
}

function befallen(answer: ReadAnswer, fate: Fate, absent: string | undefined, call: string): ReadAnswer {
  const { account } = answer;
  switch (fate) {
    case 'answered':
      return answer;
    case 'gone':
      return { status: 'refused', account, code: absent ?? 'NoSuchEntityException', message: `${call}: gone` };
    case 'stranger':
      return { ...answer, account: '222233334444' };
    case 'unproven':
      return { ...answer, account: null };
    case 'malformed':
      return answer.status === 'answered' ? { ...answer, output: { Unexpected: [null] } } : answer;
    case 'option':
      return {
        status: 'refused',
        account: null,
        code: 'NoCredentials',
        message: 'no credentials',
        option: '--account-profile 444455556666=prod',
      };
    default:
      return { status: 'refused', account, code: fate, message: `${call}: ${fate}` };
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}
