import type { Placeholder, Requirement } from '../../model/requirement.ts';
import type { RequirementItem } from './requirements/requirement-line.ts';

const OPTIONS: Readonly<Record<string, string>> = {
  caller: '--caller',
  action: '--action',
  resource: '--resource',
  service: '--service',
};

/**
 * What the words in capitals that are printed stand for, and the option that gives them. The resource of what the call needs besides, the role
 * that it passes for example, is not the one that --resource names.
 */
export function legendOf(
  shown: readonly Requirement[],
  items: readonly RequirementItem[],
  denied: string | null,
): readonly string[] {
  const printed = new Set(JSON.stringify(items).match(/[A-Z][A-Z0-9_]*/g) ?? []);
  const byToken = new Map<string, Placeholder>();
  for (const { placeholders, request } of shown)
    for (const placeholder of placeholders) {
      const isOther = placeholder.fills === 'resource' && denied !== null && request.action !== denied;
      if (printed.has(placeholder.token) && !byToken.has(placeholder.token))
        byToken.set(placeholder.token, isOther ? { ...placeholder, fills: null } : placeholder);
    }
  return [...byToken.values()].map(({ token, what, fills }) => {
    const option = fills === null ? undefined : OPTIONS[fills];
    return `${token}: ${what}${option === undefined ? '' : ` (${option})`}`;
  });
}
