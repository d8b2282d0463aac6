import type { DiagnosedRequest } from '../../model/diagnosis.ts';

/** The names of accounts, by their ids. */
export type AccountNames = DiagnosedRequest['accounts'];

/** An account with its name, where there is one: `444455556666 (prod)`, or `444455556666 (profile prod)`. */
export function accountWords(account: string, names: AccountNames): string {
  const found = names !== undefined && Object.hasOwn(names, account) ? names[account] : undefined;
  if (found === undefined) return account;
  return `${account} (${found.from === 'profile' ? 'profile ' : ''}${found.name})`;
}
