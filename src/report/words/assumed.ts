import type { Assumption } from '../../model/request.ts';

/** Which host was asked in place of AWS's own; undefined for another assumption. */
export function elsewhereWords({ what, why }: Assumption): string | undefined {
  const host = /^aws=(.+)$/.exec(what)?.[1];
  return host === undefined ? undefined : `What was read came from ${host} in place of AWS: ${why}.`;
}

/** An assumption in words. */
export function assumedWords(assumption: Assumption): string {
  return elsewhereWords(assumption) ?? `assumed ${assumption.what}: ${assumption.why}`;
}
