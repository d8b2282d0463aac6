import { hasVariables, readTemplate, type TemplatePart } from '../../evaluate/variables/template.ts';
import type { RequestContext } from '../../model/request.ts';
import { getPointer } from '../../policy/pointer.ts';

/** A text of a policy with the values of this request in place of its variables, and those values in words: `${aws:username} is dev`; empty without variables. */
export interface WithValues {
  readonly text: string;
  readonly words: string;
}

/**
 * Replaces policy variables by the values of the request, as far as they are known. Only for comparing near misses: the evaluator decides
 * what matches. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withVariableValues(text: string, document: unknown, context: RequestContext): WithValues {
  // Elsewhere they are plain text: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
  if (!hasVariables(text) || getPointer(document, '/Version') !== '2012-10-17') return { text, words: '' };
  const words = new Set<string>();
  const parts = readTemplate(text).map((part) => {
    if (part.kind !== 'variable') return asWritten(part);
    const value = standsFor(part, context);
    if (value === undefined) return asWritten(part);
    words.add(`\${${part.key}} is ${value}`);
    return value;
  });
  return { text: parts.join(''), words: [...words].join(', ') };
}

/** The keys of the policy variables in a text whose values in the request are not known. */
export function unknownVariables(text: string, document: unknown, context: RequestContext): readonly string[] {
  if (!hasVariables(text) || getPointer(document, '/Version') !== '2012-10-17') return [];
  const keys = readTemplate(text).flatMap((part) => (part.kind === 'variable' ? [part.key] : []));
  return [...new Set(keys)].filter((key) => context.get(key).status === 'unknown');
}

function standsFor(
  { key, otherwise }: TemplatePart & { kind: 'variable' },
  context: RequestContext,
): string | undefined {
  const value = context.get(key);
  if (value.status === 'missing') return otherwise ?? undefined;
  // A variable cannot stand for a key with several values.
  return value.status === 'known' && !value.multivalued ? value.values[0] : undefined;
}

function asWritten(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
    case 'odd':
      return part.text;
    case 'character':
      return `\${${part.text}}`;
    case 'variable':
      return part.otherwise === null ? `\${${part.key}}` : `\${${part.key}, '${part.otherwise}'}`;
  }
}
