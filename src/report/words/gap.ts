import type { Gap } from '../../model/gap.ts';
import { whoWords } from './who.ts';

/** Codes of our own, and AWS's where words say more. */
const CODES: Readonly<Record<string, string>> = {
  NotAsked: 'AWS was not asked',
  OtherAccount: 'the credentials at hand are of another account',
  AccountNotProven: 'nothing proves which account answered',
  NoCredentials: 'there are no credentials to read it with',
  SsoSessionExpired: 'the SSO session has expired',
  MfaRequired: 'the profile needs an MFA code',
  Timeout: 'it took too long',
  NetworkError: 'AWS could not be reached',
  MalformedAnswer: 'the answer could not be understood',
  ChangedMeanwhile: 'it was changed while it was read',
  NotInSnapshot: 'the snapshot does not tell',
};

/** Why something is not known, in words. */
export function gapReason({ kind, code }: Gap): string {
  switch (kind) {
    case 'not-given':
      return 'only whoever made the request can tell';
    case 'unsupported':
      return 'denytrace does not decide this';
    case 'refused': {
      if (code === null) return 'it could not be read';
      const known = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
      return known ?? `AWS answered ${code}`;
    }
  }
}

/** True where somebody else's credentials, or a permission, would show it. */
export function isForOthers({ kind, who, code }: Gap): boolean {
  return kind === 'refused' && who !== 'you' && code !== 'NotAsked';
}

/** What would close a gap, as sentences; the command for somebody else is printed apart. */
export function gapAdvice(gap: Gap): readonly string[] {
  const { kind, option, permission, account, code } = gap;
  const advice: string[] = [];
  if (option !== null) advice.push(option.startsWith('--') ? `pass ${option}` : option);
  if (kind === 'refused' && code === 'NotAsked') advice.push('run denytrace without --no-aws, or with --live');
  else if (kind === 'refused' && permission !== null)
    advice.push(`it needs ${permission}${account === null ? '' : ` in ${account}`}`);
  if (kind === 'unsupported') advice.push('please report it');
  return advice;
}

/** Who could read it for you. */
export function gapOwner(gap: Gap, resource: string | null): string {
  return whoWords(gap.who, { account: gap.account, resource });
}
