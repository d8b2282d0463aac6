/**
 * A text of a policy, taken apart at its variables. `odd` is what AWS's grammar of variables does not have, from there to the end.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'variable'; readonly key: string; readonly otherwise: string | null }
  | { readonly kind: 'odd'; readonly text: string };

/** True where a text holds a variable, or what begins like one. */
export function hasVariables(text: string): boolean {
  return text.includes('${');
}

/** Reads the variables of a text: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. */
export function readTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  while (from < text.length) {
    const start = text.indexOf('${', from);
    const end = start < 0 ? text.length : start;
    if (end > from) parts.push({ kind: 'text', text: text.slice(from, end) });
    if (start < 0) break;
    const variable = readVariable(text, start + 2);
    parts.push(variable.part);
    from = variable.end;
  }
  return parts;
}

interface ReadVariable {
  readonly part: TemplatePart;
  readonly end: number;
}

function readVariable(text: string, start: number): ReadVariable {
  const odd: ReadVariable = { part: { kind: 'odd', text: text.slice(start - 2) }, end: text.length };
  const first = text[start] ?? '';
  if ('*?$'.includes(first) && text[start + 1] === '}')
    return { part: { kind: 'character', text: first }, end: start + 2 };
  let at = start;
  while (at < text.length && !"},'{$".includes(text[at] ?? '')) at += 1;
  const key = text.slice(start, at);
  if (text[at] === '}' && isKey(key)) return { part: { kind: 'variable', key, otherwise: null }, end: at + 1 };
  if (text[at] !== ',' || !isKey(key.trimEnd())) return odd;
  const open = skipSpaces(text, at + 1);
  const close = text[open] === "'" ? text.indexOf("'", open + 1) : -1;
  if (close < 0) return odd;
  const end = skipSpaces(text, close + 1);
  if (text[end] !== '}') return odd;
  return { part: { kind: 'variable', key: key.trimEnd(), otherwise: text.slice(open + 1, close) }, end: end + 1 };
}

/** Tag keys may hold spaces, though not at their ends. */
function isKey(text: string): boolean {
  return text !== '' && text === text.trim();
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}
