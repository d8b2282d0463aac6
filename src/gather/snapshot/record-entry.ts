import type { ReadAnswer, ReadCall } from '../../model/read.ts';
import { isOfSetup, REFUSALS } from '../../model/refusals.ts';
import { accountIn, accountProblem, meansAbsent } from '../ask/fact-of.ts';
import { slimAnswer } from './slim-answer.ts';

/** A call and what is recorded of its answer. `output` is plain JSON. */
export type RecordEntry = {
  readonly call: ReadCall;
  /** The account under which it is recorded. */
  readonly account: string;
} & (
  | { readonly status: 'answered'; readonly output: unknown }
  | { readonly status: 'refused'; readonly code: string; readonly message: string; readonly option?: string }
);

/**
 * What is recorded of an answer. An answer that is not proven to be about the account that was asked about is recorded as the refusal
 * that it amounts to.
 */
export function recordEntry(call: ReadCall, answer: ReadAnswer): RecordEntry {
  // A call that is about no account is not refused for one, whichever account answered.
  const account = call.account ?? (answer.status === 'answered' ? answer.account : null) ?? '';
  const base = { call, account };
  const proven = answer.status === 'answered' ? (accountIn(call, answer.output) ?? answer.account) : answer.account;
  const problem = accountProblem(call, proven);
  if (answer.status === 'answered') {
    if (problem === undefined) return { ...base, status: 'answered', output: slimAnswer(call.call, answer.output) };
    return { ...base, status: 'refused', code: problem, message: `answered by ${proven ?? 'an unknown account'}` };
  }
  const { code, message, option } = answer;
  const unproven = problem === REFUSALS.otherAccount || (problem !== undefined && meansAbsent(call, code));
  return {
    ...base,
    status: 'refused',
    code: unproven ? problem : code,
    // The message is left out: it may name profiles and paths of this machine.
    message: isOfSetup(code) ? '' : message,
    ...(option === undefined ? {} : { option }),
  };
}
