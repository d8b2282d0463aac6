import type { ReadAnswer, ReadCall } from '../../model/read.ts';
import { isOfSetup, REFUSALS } from '../../model/refusals.ts';
import { accountIn, saysAbsent, strangerTo } from '../ask/fact-of.ts';
import { slimAnswer } from './slim-answer.ts';

/** A read and what it is recorded as. `output` is plain JSON. */
export type RecordEntry = {
  readonly call: ReadCall;
  /** The account that it is recorded under. */
  readonly account: string;
} & (
  | { readonly status: 'answered'; readonly output: unknown }
  | { readonly status: 'refused'; readonly code: string; readonly message: string; readonly option?: string }
);

/** Only what is proven to be about the account that was asked about is recorded as an answer; all else as the refusal it comes to. */
export function recordEntry(call: ReadCall, answer: ReadAnswer): RecordEntry {
  // Where no account was asked about, a refusal is about none, whoever gave it.
  const account = call.account ?? (answer.status === 'answered' ? answer.account : null) ?? '';
  const base = { call, account };
  const proven = answer.status === 'answered' ? (accountIn(call, answer.output) ?? answer.account) : answer.account;
  const stranger = strangerTo(call, proven);
  if (answer.status === 'answered') {
    if (stranger === undefined) return { ...base, status: 'answered', output: slimAnswer(call.call, answer.output) };
    return { ...base, status: 'refused', code: stranger, message: `answered by ${proven ?? 'an unknown account'}` };
  }
  const { code, message, option } = answer;
  const unproven = stranger === REFUSALS.otherAccount || (stranger !== undefined && saysAbsent(call, code));
  return {
    ...base,
    status: 'refused',
    code: unproven ? stranger : code,
    // Profiles and paths of this machine are nobody's business.
    message: isOfSetup(code) ? '' : message,
    ...(option === undefined ? {} : { option }),
  };
}
