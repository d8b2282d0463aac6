import { isAccountId, parseArn } from '../../model/arn.ts';
import { absent, type Fact, known, unreadable } from '../../model/fact.ts';
import { type Gap, refused, type Who } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import type { ReadAnswer, ReadCall } from '../../model/read.ts';
import { credentialProblem, isInOurWords, isOfSetup, REFUSALS } from '../../model/refusals.ts';
import type { CallEntry } from '../calls/call-entry.ts';
import { findCall, subjectName } from '../calls/find-call.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';
import { CALLS } from '../calls/table.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';

/** What a read is for. If it fails, the gap says this. */
export interface About {
  /** What is unknown if the read fails, as a noun phrase. */
  readonly what: string;
  readonly layer: Layer | null;
  /** Who can grant the read. */
  readonly who: Who;
  /** What is read, where that is known better than from the call's input. */
  readonly on?: string;
}

/**
 * Turns an answer of AWS, or of a snapshot, into a fact. No other code does.
 * absent: AWS says that the thing does not exist, and the answer comes from the account that was asked about.
 * known: `read` understands the answer, and it comes from that account.
 * unreadable: everything else. The gap has AWS's code, or ours.
 */
export function factOf<T>(
  call: ReadCall,
  answer: ReadAnswer,
  about: About,
  read: (output: Fields) => T | undefined,
): Fact<T> {
  if (answer.status === 'refused') {
    const problem = accountProblem(call, answer.account);
    if (meansAbsent(call, answer.code))
      return problem === undefined
        ? absent(call.call, about.on ?? subjectName(call))
        : unreadable(gapOf(call, about, problem, answer));
    const foreign = problem === REFUSALS.otherAccount;
    return unreadable(gapOf(call, about, foreign ? problem : answer.code, answer));
  }
  const output = fieldsOf(answer.output);
  const problem = accountProblem(call, accountIn(call, output) ?? answer.account);
  if (problem !== undefined) return unreadable(gapOf(call, about, problem));
  const value = output === undefined ? undefined : read(output);
  return value === undefined ? unreadable(gapOf(call, about, REFUSALS.malformed)) : known(value);
}

/**
 * Why an answer that account `answered` gave cannot be about the account that the call is about; undefined if it can. `answered` is
 * null where no account is proven.
 */
export function accountProblem(call: ReadCall, answered: string | null): string | undefined {
  if (call.account === null || findCall(call.call)?.answeredBy !== 'account') return undefined;
  if (answered === call.account) return undefined;
  return answered === null ? REFUSALS.accountNotProven : REFUSALS.otherAccount;
}

/**
 * The account to which the entity in an answer belongs, by its ARN: it is the account that answered. Undefined if the answer has no
 * such ARN.
 */
export function accountIn({ call }: ReadCall, output: unknown): string | undefined {
  const holder = findCall(call)?.entity;
  const arn = holder === undefined ? undefined : textOf(fieldsOf(fieldsOf(output)?.[holder])?.['Arn']);
  const account = arn === undefined ? undefined : parseArn(arn)?.account;
  return account !== undefined && isAccountId(account) ? account : undefined;
}

/** True for the code by which AWS says that what a call asks for does not exist. */
export function meansAbsent({ call }: ReadCall, code: string): boolean {
  return isCode(code, findAnyCall(call)?.absent);
}

/** True for a code by which AWS says, in answer to any call, that something does not exist. */
export function isAbsentCode(code: string): boolean {
  return Object.values(CALLS).some(({ absent: gone }: CallEntry) => isCode(code, gone));
}

/** The SDK adds the suffix `Exception`, which the services leave out. */
function isCode(code: string, wanted: string | undefined): boolean {
  return wanted !== undefined && (code === wanted || `${code}Exception` === wanted);
}

type Refused = Extract<ReadAnswer, { status: 'refused' }>;

/** The gap that a failed read leaves. What is wrong with the credentials themselves only the user can mend: no permission would help. */
function gapOf(call: ReadCall, about: About, code: string, { option, message, note }: Partial<Refused> = {}): Gap {
  const refusesCredentials = credentialProblem(code) !== undefined;
  const isOwn = option !== undefined || isOfSetup(code) || refusesCredentials;
  const gap = refused({
    what: about.what,
    layer: about.layer,
    account: call.account,
    permission: refusesCredentials ? null : call.call,
    code,
    who: isOwn ? 'you' : about.who,
  });
  return {
    ...gap,
    ...(option === undefined ? {} : { option }),
    ...(isInOurWords(code) && message ? { detail: message } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
