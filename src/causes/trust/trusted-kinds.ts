import type { Case } from '../../model/case.ts';
import type { Blockage } from '../cause.ts';
import { allowsOf } from '../../evidence/near-miss/nearest-miss.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';

/** Everybody whom the Allow statements of the trust policy name, by kind (`AWS`, `Service`, `Federated`, `*`). */
export function trustedPrincipals(
  blockage: Blockage,
  subject: Case,
): readonly { readonly kind: string; readonly value: string }[] {
  return allowsOf(blockage, subject).flatMap((statement) => principalsOf(documentOf(subject, statement), statement));
}

/** The names of one kind, if the trust policy names nobody of another kind; undefined otherwise. */
export function onlyTrusted(kind: string, blockage: Blockage, subject: Case): readonly string[] | undefined {
  const all = trustedPrincipals(blockage, subject);
  if (all.length === 0 || all.some((one) => one.kind !== kind)) return undefined;
  return [...new Set(all.map(({ value }) => value))];
}
