import { type Gap, unsupported } from '../../model/gap.ts';
import type { RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';
import type { Located } from '../../policy/policy-document.ts';
import { compilePattern, joinPattern } from '../patterns/match-pattern.ts';
import { ANYTHING, type Pattern, type PatternPart } from '../patterns/pattern.ts';
import { hasVariables, readTemplate, type TemplatePart } from './template.ts';

/**
 * A text of a policy for one request.
 * `known`: `pattern` has its wildcards and takes substituted values literally; `literal` is the text for operators without wildcards.
 * `missing`: a variable has no value, so that the text equals nothing and is like nothing (negated operators do match).
 * `unknown`: whatever it turns out to be, what `widest` does not cover it does not cover (`widestLiteral` where wildcards are none).
 */
export type Expansion =
  | { readonly status: 'known'; readonly pattern: Pattern; readonly literal: string }
  | { readonly status: 'missing'; readonly key: string }
  | { readonly status: 'unknown'; readonly gap: Gap; readonly widest: Pattern; readonly widestLiteral: Pattern };

/** A text that is ready to be expanded for any request. */
export type Expand = (context: RequestContext) => Expansion;

/**
 * Puts the request's values in the place of policy variables. `variables`: do they work in this policy (version 2012-10-17 only)?
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expandVariables(text: string, variables: Tri, context: RequestContext): Expansion {
  return compileVariables(text, variables)(context);
}

const cache = new WeakMap<Located, { readonly variables: Tri; readonly expand: Expand }>();

/** The same for a text of a document, which is compiled once. */
export function expandLocated(located: Located, variables: Tri, context: RequestContext): Expansion {
  const found = cache.get(located);
  if (found?.variables === variables) return found.expand(context);
  const expand = compileVariables(located.value, variables);
  cache.set(located, { variables, expand });
  return expand(context);
}

/** Compiles a text. One without variables is the same for every request. */
export function compileVariables(text: string, variables: Tri): Expand {
  if (variables === 'no' || !hasVariables(text)) {
    const fixed: Expansion = { status: 'known', pattern: compilePattern(text), literal: text };
    return () => fixed;
  }
  const parts = readTemplate(text);
  if (variables === 'unknown') {
    const open = openExpansion(parts.map(versionPart), unsupported('whether policy variables work in this Version'));
    return () => open;
  }
  return (context) => expand(parts, context);
}

function expand(template: readonly TemplatePart[], context: RequestContext): Expansion {
  const parts: PatternPart[] = [];
  let gap: Gap | undefined;
  for (const part of template) {
    const value = partValue(part, context);
    if ('missing' in value) return { status: 'missing', key: value.missing };
    if ('gap' in value) gap ??= value.gap;
    parts.push('gap' in value ? ANYTHING : value);
  }
  if (gap !== undefined) return openExpansion(parts, gap);
  return { status: 'known', pattern: joinPattern(parts), literal: parts.map((part) => part.text).join('') };
}

function partValue(
  part: TemplatePart,
  context: RequestContext,
): PatternPart | { readonly missing: string } | { readonly gap: Gap } {
  if (part.kind === 'text') return { text: part.text, literal: false };
  if (part.kind === 'character') return { text: part.text, literal: true };
  if (part.kind === 'odd') return { gap: unsupported(`the policy variable in ${part.text}`) };
  const found = context.get(part.key);
  if (found.status === 'unknown') return { gap: found.gap };
  if (found.status === 'missing') return part.otherwise === null ? { missing: part.key } : defaultValue(part.otherwise);
  const [value] = found.values;
  if (found.multivalued || found.values.length !== 1 || value === undefined)
    return { gap: unsupported(`the policy variable ${part.key}, which can have several values`) };
  // AWS calls a key "that has no value" null, and does not say whether an empty one is meant.
  if (value === '') return { gap: unsupported(`the policy variable ${part.key}, whose value is empty`) };
  return { text: value, literal: true };
}

/** AWS does not say whether wildcards in a default value are wildcards. */
function defaultValue(text: string): PatternPart | { readonly gap: Gap } {
  if (/[*?]/.test(text)) return { gap: unsupported(`wildcards in the default value '${text}' of a policy variable`) };
  return { text, literal: true };
}

/** Variable or literal text: it covers no more than `*` does. */
function versionPart(part: TemplatePart): PatternPart {
  return part.kind === 'text' ? { text: part.text, literal: false } : ANYTHING;
}

function openExpansion(parts: readonly PatternPart[], gap: Gap): Expansion {
  const literal = parts.map((part) => (part === ANYTHING ? part : { ...part, literal: true }));
  return { status: 'unknown', gap, widest: joinPattern(parts), widestLiteral: joinPattern(literal) };
}
