import { pageOf } from '../causes/texts/pages.ts';
import type { Cause } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import { consolePage } from './console-page.ts';

/** AWS's page about a cause, then the console page of the policy that it points at, or else of the one that its fix changes. */
export function linksOf(cause: Pick<Cause, 'id' | 'evidence' | 'fix'>): readonly string[] {
  const policy = policyOf(cause);
  return [pageOf(cause.id), policy && consolePage(policy)].filter((url) => url !== null);
}

function policyOf({ evidence: [first], fix }: Pick<Cause, 'evidence' | 'fix'>): PolicyRef | null {
  if (first.kind === 'statement') return first.policy;
  return fix?.changes[0]?.policy ?? (first.kind === 'searched' ? (first.nearest?.policy ?? null) : null);
}
