import type { DenialCase } from '../model/denial-case.ts';

/** The accounts of the caller and of the resource where they differ; undefined where they are the same, or one is not known. */
export function differentAccounts({
  facts,
}: DenialCase): { readonly caller: string; readonly resource: string } | undefined {
  const caller = facts.principal?.account ?? null;
  const resource = facts.resourceAccount;
  return caller === null || resource === null || caller === resource ? undefined : { caller, resource };
}
