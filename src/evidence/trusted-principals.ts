import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { allowsOf } from './near-miss/find-near-misses.ts';
import { documentOf, principalsOf } from './policy-lookup.ts';

/** All principals in the Allow statements of the trust policy, with their kind (`AWS`, `Service`, `Federated`, `*`). */
export function trustedPrincipals(
  blocker: Blocker,
  denialCase: DenialCase,
): readonly { readonly kind: string; readonly value: string }[] {
  return allowsOf(blocker, denialCase).flatMap((statement) =>
    principalsOf(documentOf(denialCase, statement), statement),
  );
}

/** The principals of one kind, if the trust policy has none of another kind; undefined otherwise. */
export function onlyTrusted(kind: string, blocker: Blocker, denialCase: DenialCase): readonly string[] | undefined {
  const all = trustedPrincipals(blocker, denialCase);
  if (all.length === 0 || all.some((one) => one.kind !== kind)) return undefined;
  return [...new Set(all.map(({ value }) => value))];
}
