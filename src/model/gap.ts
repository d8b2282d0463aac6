import type { Layer } from './layer.ts';

/** Who can do something about a finding. */
export type Who =
  | 'you'
  | 'account-admin'
  | 'role-owner'
  | 'resource-owner'
  | 'organization-admin'
  | 'identity-center-admin'
  | 'aws';

/** What a person can pass to close a gap: a part of the request, a document, or the value of a condition key. */
export type ToPass =
  | 'caller'
  | 'action'
  | 'resource'
  | 'service'
  | 'session-policy'
  | 'resource-policy'
  | 'endpoint-policy'
  | 'web-identity-token'
  | { readonly key: string };

/**
 * Why something is not known, hence how to come to know it.
 * `refused`: a read failed; `permission` is the IAM action to ask for, on `account`, `code` is AWS's own word.
 * `not-given`: only the user, or AWS's record of the denial, can tell; `toPass` is what to pass.
 * `unsupported`: a construct that denytrace does not decide; only we can close it.
 */
export interface Gap {
  readonly kind: 'refused' | 'not-given' | 'unsupported';
  /** What is not known, as a noun phrase: "the trust policy of prod-deploy". */
  readonly what: string;
  readonly layer: Layer | null;
  readonly account: string | null;
  readonly permission: string | null;
  /** What somebody who knows it can pass; null where nothing passed would close the gap. */
  readonly toPass: ToPass | null;
  /**
   * The option or command that would close it. Where a read failed, its reader may know one (a profile to name, a command to sign in);
   * what can be passed gets its option at the edge (report/words/option.ts). Null until then.
   */
  readonly option: string | null;
  readonly who: Who;
  /** AWS's error code of the failed read (`AccessDenied`, `Throttling` …), or ours (`NoCredentials`, `OtherAccount`, `Timeout`). */
  readonly code: string | null;
  /** What is wrong with the setup of the credentials, where that is why: "there is no profile typo in the AWS config; there are ci, prod". */
  readonly detail?: string;
  /** Why a profile of the AWS config that belongs to the account was not used, where the user wanted that. */
  readonly note?: string;
  /** `layer`: nothing of the policies of its layer is known. `key`: the value of one condition key, which `toPass` names. */
  readonly hides?: 'layer' | 'key';
  /** The AWS CLI command that prints it, where it can be read only by hand. */
  readonly shownBy?: string;
}

/** A failed read. */
export function refused(
  gap: Pick<Gap, 'what' | 'account' | 'permission' | 'code' | 'who'> & { layer?: Layer | null },
): Gap {
  return { kind: 'refused', layer: null, toPass: null, option: null, ...gap };
}

/** Something that only the user, or AWS's own record, can tell. */
export function notGiven(gap: Pick<Gap, 'what' | 'toPass'> & Partial<Pick<Gap, 'layer' | 'account' | 'who'>>): Gap {
  return {
    kind: 'not-given',
    layer: null,
    account: null,
    permission: null,
    option: null,
    who: 'you',
    code: null,
    ...gap,
  };
}

/** The value of a condition key that nothing shows. */
export function unknownKey(key: string): Gap {
  return { ...notGiven({ what: `${key} of the request`, toPass: { key } }), hides: 'key' };
}

/** The same for a key that no request is known to have, so that its value cannot be known: `why` goes on after the key. */
export function doubtfulKey(key: string, why: string): Gap {
  return { ...notGiven({ what: `${key} of the request, ${why}`, toPass: null, who: 'aws' }), hides: 'key' };
}

/** Something that denytrace itself cannot decide. */
export function unsupported(what: string, layer: Layer | null = null): Gap {
  return {
    kind: 'unsupported',
    what,
    layer,
    account: null,
    permission: null,
    toPass: null,
    option: null,
    who: 'aws',
    code: null,
  };
}

/** Each gap once. Two gaps are the same if the same action closes them, whatever error their reads met. */
export function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  if (gaps.length < 2) return gaps;
  const about = new Map<string, Gap[]>();
  return gaps.filter((gap) => {
    const others = about.get(gap.what);
    if (others?.some((other) => isClosedAlike(other, gap)) === true) return false;
    if (others === undefined) about.set(gap.what, [gap]);
    else others.push(gap);
    return true;
  });
}

/** True where the same action closes both gaps: the same permission in the same account, or the same option. */
function isClosedAlike(one: Gap, other: Gap): boolean {
  return (
    one.kind === other.kind &&
    one.account === other.account &&
    one.permission === other.permission &&
    isPassedAlike(one.toPass, other.toPass) &&
    one.option === other.option
  );
}

function isPassedAlike(one: ToPass | null, other: ToPass | null): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one?.key === other?.key;
}
