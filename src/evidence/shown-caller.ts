import { parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { type Gap, notGiven } from '../model/gap.ts';
import { parsePrincipal } from '../model/principal.ts';

/** A caller that the error shows in part: who it is does not follow from that. */
export interface ShownCaller {
  /** As the text has it. */
  readonly text: string;
  readonly how: 'masked' | 'cut' | 'with an invalid account id' | 'without an ARN';
}

/** What people and tools write in place of an account or a name: `***`, `<account>`, `{account-id}`, `XXXX`, `####`. */
const MASK = /[*<>{}[\]#$]|x{3}|X{3}/;

/** The caller as far as the error shows it; undefined where it shows none, or shows the whole ARN. */
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
  return /^\d+$/.test(account) ? 'with an invalid account id' : 'masked';
}

/** The gap that the error does not name the caller, so that the current identity is taken for it; undefined where the caller is known. */
export function unnamedCaller(denialCase: DenialCase): Gap | undefined {
  if (denialCase.facts.principalFrom !== 'current-identity') return undefined;
  const shown = shownCaller(denialCase);
  const why = shown === undefined ? 'the error does not name one' : `the error shows it ${shown.how}`;
  return notGiven({ what: `who the caller is: ${why}`, toPass: 'caller' });
}
