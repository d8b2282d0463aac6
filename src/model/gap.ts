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

/**
 * Why something is not known, hence how to come to know it.
 * `refused`: a read failed; `permission` is the IAM action to ask for, on `account`, `code` is AWS's own word.
 * `not-given`: only the user, or AWS's record of the denial, can tell; `option` is the way to pass it.
 * `unsupported`: a construct that denytrace does not decide; only we can close it.
 */
export interface Gap {
  readonly kind: 'refused' | 'not-given' | 'unsupported';
  /** What is not known, as a noun phrase: "the trust policy of prod-deploy". */
  readonly what: string;
  readonly layer: Layer | null;
  readonly account: string | null;
  readonly permission: string | null;
  readonly option: string | null;
  readonly who: Who;
  /** AWS's error code of the failed read (`AccessDenied`, `Throttling` …), or ours (`NoCredentials`, `OtherAccount`, `Timeout`). */
  readonly code: string | null;
  /** What is wrong with the setup of the credentials, where that is why: "there is no profile typo in the AWS config; there are ci, prod". */
  readonly detail?: string;
}

/** A failed read. */
export function refused(
  gap: Pick<Gap, 'what' | 'account' | 'permission' | 'code' | 'who'> & { layer?: Layer | null },
): Gap {
  return { kind: 'refused', layer: null, option: null, ...gap };
}

/** Something that only the user, or AWS's own record, can tell. */
export function notGiven(gap: Pick<Gap, 'what' | 'option'> & Partial<Pick<Gap, 'layer' | 'account' | 'who'>>): Gap {
  return { kind: 'not-given', layer: null, account: null, permission: null, who: 'you', code: null, ...gap };
}

/** Something that denytrace itself cannot decide. */
export function unsupported(what: string, layer: Layer | null = null): Gap {
  return { kind: 'unsupported', what, layer, account: null, permission: null, option: null, who: 'aws', code: null };
}

/** Each gap once; what closes it tells it apart, not the error that the read met. */
export function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  const byKey = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.kind, gap.what, gap.account, gap.permission, gap.option]);
    if (!byKey.has(key)) byKey.set(key, gap);
  }
  return [...byKey.values()];
}
