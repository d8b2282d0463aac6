import type { DenialCase } from '../model/denial-case.ts';

/** The action that was denied, as the request or at least the error text has it; null where neither names one. */
export function deniedAction({ request, denial }: DenialCase): string | null {
  return request?.action ?? denial?.action ?? null;
}
