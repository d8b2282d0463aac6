import { isAccountId, parseArn } from '../../model/arn.ts';
import { absent, type Fact, known, unreadable } from '../../model/fact.ts';
import { type Gap, refused, type Who } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import type { ReadAnswer, ReadCall } from '../../model/read.ts';
import { isOfSetup, REFUSALS } from '../../model/refusals.ts';
import { entityOf, findCall } from '../calls/find-call.ts';
import { findAnyCall } from '../calls/snapshot-calls.ts';
import { type Fields, fieldsOf, textOf } from './fields.ts';

/** What a read is for: the words and the owner of the gap that is left where it fails. */
export interface About {
  /** What is not known then, as a noun phrase. */
  readonly what: string;
  readonly layer: Layer | null;
  /** Who can grant the read. */
  readonly who: Who;
  /** What is read, where that is known better than from the call's input. */
  readonly on?: string;
}

/**
 * The one place that turns AWS's answer into a fact.
 * absent: AWS says that what was asked for does not exist, and the account that says so is the one that was asked about.
 * known: an answer that can be read, from that same account. Everything else is unreadable, with AWS's code.
 */
export function factOf<T>(
  call: ReadCall,
  answer: ReadAnswer,
  about: About,
  read: (output: Fields) => T | undefined,
): Fact<T> {
  if (answer.status === 'refused') {
    const stranger = strangerTo(call, answer.account);
    if (saysAbsent(call, answer.code))
      return stranger === undefined
        ? absent(call.call, about.on ?? entityOf(call))
        : unreadable(gapOf(call, about, stranger, answer.option));
    const foreign = stranger === REFUSALS.otherAccount;
    return unreadable(gapOf(call, about, foreign ? stranger : answer.code, answer.option, answer.message));
  }
  const output = fieldsOf(answer.output);
  const stranger = strangerTo(call, accountIn(call, output) ?? answer.account);
  if (stranger !== undefined) return unreadable(gapOf(call, about, stranger, undefined));
  const value = output === undefined ? undefined : read(output);
  return value === undefined ? unreadable(gapOf(call, about, REFUSALS.malformed, undefined)) : known(value);
}

/** Why an answer of `answered` cannot be about the account that was asked about; undefined where it can. */
export function strangerTo(call: ReadCall, answered: string | null): string | undefined {
  if (call.account === null || findCall(call.call)?.answeredBy !== 'account') return undefined;
  if (answered === call.account) return undefined;
  return answered === null ? REFUSALS.accountNotProven : REFUSALS.otherAccount;
}

/** The account that an answer proves by the ARN of the entity in it; undefined where it proves none. */
export function accountIn({ call }: ReadCall, output: unknown): string | undefined {
  const holder = findCall(call)?.entity;
  const arn = holder === undefined ? undefined : textOf(fieldsOf(fieldsOf(output)?.[holder])?.['Arn']);
  const account = arn === undefined ? undefined : parseArn(arn)?.account;
  return account !== undefined && isAccountId(account) ? account : undefined;
}

/** True for AWS's word that what the call asks for does not exist. The SDK adds the suffix that the services leave out. */
export function saysAbsent({ call }: ReadCall, code: string): boolean {
  const gone = findAnyCall(call)?.absent;
  return gone !== undefined && (code === gone || `${code}Exception` === gone);
}

/** The gap that a failed read leaves. What is wrong with the setup of the credentials is for whoever runs this to see, and to put right. */
function gapOf(call: ReadCall, about: About, code: string, option: string | undefined, message?: string): Gap {
  const ofSetup = isOfSetup(code);
  const gap = refused({
    what: about.what,
    layer: about.layer,
    account: call.account,
    permission: call.call,
    code,
    who: option === undefined && !ofSetup ? about.who : 'you',
  });
  return {
    ...gap,
    ...(option === undefined ? {} : { option }),
    ...(ofSetup && message ? { detail: message } : {}),
  };
}
