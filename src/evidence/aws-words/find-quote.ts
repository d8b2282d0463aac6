import type { EvaluatedCase } from '../../model/denial-case.ts';
import type { QuoteEvidence } from '../../model/evidence.ts';
import { type Squeezed, squeeze } from './squeeze.ts';

/** An error text, and what was read from it. */
type Said = Pick<EvaluatedCase, 'denial' | 'text'>;

/** By the denial, which is the same in all cases that are evaluated of it. */
const squeezed = new WeakMap<object, Squeezed & { readonly of: string }>();

/** The first of the phrases that the denial's text contains, as a quote with its lines. Wrapped lines, boxes and letter case do not matter. */
export function findQuote(said: Said, phrases: readonly string[]): QuoteEvidence | undefined {
  const { text, at } = squeezedText(said);
  for (const phrase of phrases) {
    const wanted = squeezedPhrase(phrase);
    const found = text.indexOf(wanted);
    if (found < 0) continue;
    const start = at[found] ?? 0;
    const end = (at[found + wanted.length - 1] ?? start) + 1;
    return {
      kind: 'quote',
      text: collapse(said.text.slice(start, end)),
      lines: [lineAt(said, start), lineAt(said, end)],
    };
  }
  return undefined;
}

/** AWS's error code, or what the parser took for one, as a quote. */
export function quoteCode(said: Said): QuoteEvidence | undefined {
  const { denial } = said;
  if (denial === null) return undefined;
  // A denial that a program made may have empty texts.
  const code = denial.code || denial.credentialError || denial.shape || denial.kind;
  return findQuote(said, [code]) ?? { kind: 'quote', text: code, lines: denial.lines };
}

/** How many phrases are kept. Nearly all are constants; the others contain an action. */
const MOST_PHRASES = 5_000;
const squeezedPhrases = new Map<string, string>();

/** Most phrases are plain ASCII, which a regular expression can squeeze. */
const PLAIN = /^[ -~]*$/;
const DROPPED = /\\[nrt]?|[ |"'`]/g;

function squeezedPhrase(phrase: string): string {
  const cached = squeezedPhrases.get(phrase);
  if (cached !== undefined) return cached;
  if (squeezedPhrases.size >= MOST_PHRASES) squeezedPhrases.clear();
  const text = PLAIN.test(phrase) ? phrase.replace(DROPPED, '').toLowerCase() : squeeze(phrase).text;
  squeezedPhrases.set(phrase, text);
  return text;
}

function squeezedText(said: Said): Squeezed {
  const key = said.denial ?? said;
  const cached = squeezed.get(key);
  if (cached?.of === said.text) return cached;
  const made = { ...squeeze(said.text), of: said.text };
  squeezed.set(key, made);
  return made;
}

/** A wrapped sentence as one line: white space and box drawing characters between two words become one space. */
function collapse(text: string): string {
  return text
    .split(/[\s│|]+/)
    .filter((word) => word !== '')
    .join(' ');
}

function lineAt(said: Said, index: number): number {
  const [first = 1, last = first] = said.denial?.lines ?? [];
  let line = first;
  for (let at = said.text.indexOf('\n'); at >= 0 && at < index; at = said.text.indexOf('\n', at + 1)) line += 1;
  return Math.min(line, last);
}
