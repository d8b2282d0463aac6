import { isAccountId, parseArn } from '../../model/arn.ts';
import { absent, type Fact, known, unreadable } from '../../model/fact.ts';
import { type Gap, refused, type Who } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import type { ReadAnswer, ReadCall } from '../../model/read.ts';
import { isOfSetup, REFUSALS } from '../../model/refusals.ts';
import { callEntry, entityOf } from './calls.ts';
import { type Fields, fieldsOf } from './fields.ts';

/** What a read is for: the words and the owner of the gap that is left where it fails. */
export interface About {
  /** What is not known then, as a noun phrase. */
  readonly what: string;
  readonly layer: Layer | null;
  /** Who can grant the read. */
  readonly who: Who;
  /** What is read, where it is known better than from the call's input. */
  readonly on?: string;
  /** The ARN in the answer of the entity that was asked for: it proves whose account answered. */
  readonly provenBy?: (output: Fields) => unknown;
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
  const proof = output === undefined ? undefined : about.provenBy?.(output);
  const stranger = strangerTo(call, accountIn(proof) ?? answer.account);
  if (stranger !== undefined) return unreadable(gapOf(call, about, stranger, undefined));
  const value = output === undefined ? undefined : read(output);
  return value === undefined ? unreadable(gapOf(call, about, REFUSALS.malformed, undefined)) : known(value);
}

/** Why an answer of `answered` cannot be about the account that was asked about; undefined where it can. */
export function strangerTo(call: ReadCall, answered: string | null): string | undefined {
  if (call.account === null || callEntry(call.call)?.answeredBy !== 'account') return undefined;
  if (answered === call.account) return undefined;
  return answered === null ? REFUSALS.accountNotProven : REFUSALS.otherAccount;
}

function accountIn(proof: unknown): string | undefined {
  const account = typeof proof === 'string' ? parseArn(proof)?.account : undefined;
  return account !== undefined && isAccountId(account) ? account : undefined;
}

/** True for AWS's word that what the call asks for does not exist. The SDK adds the suffix that the services leave out. */
export function saysAbsent({ call }: ReadCall, code: string): boolean {
  const gone = callEntry(call)?.absent;
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
