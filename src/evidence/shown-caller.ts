import { parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { parsePrincipal } from '../model/principal.ts';

/** A caller that the error shows, and that cannot be told from what it shows. */
export interface ShownCaller {
  /** As it stands in the text. */
  readonly text: string;
  readonly how: 'masked' | 'cut' | 'with an account id that is none' | 'without an ARN';
}

/** What people and tools put where an account or a name stood: `***`, `<account>`, `{account-id}`, `XXXX`, `####`. */
const MASK = /[*<>{}[\]#$]|x{3}|X{3}/;

/** Undefined where the error names nobody, or names the caller so that it is known. */
export function shownCaller({ denial, facts }: DenialCase): ShownCaller | undefined {
  if (denial === null || facts.principalFrom === 'text') return undefined;
  const { caller, callerName } = denial;
  if (caller !== null && parsePrincipal(caller) === undefined) return { text: caller, how: howShown(caller) };
  return callerName === null ? undefined : { text: callerName, how: 'without an ARN' };
}

/** An ARN that would be whole with another account has a placeholder there (`ORGID`, `ACCOUNT_ID`), or digits that are too few or too many. */
function howShown(caller: string): ShownCaller['how'] {
  if (MASK.test(caller)) return 'masked';
  const account = parseArn(caller)?.account ?? '';
  const isWhole = parsePrincipal(caller.replace(`:${account}:`, ':000000000000:')) !== undefined;
  if (account === '' || !isWhole) return 'cut';
  return /^\d+$/.test(account) ? 'with an account id that is none' : 'masked';
}
