import type { DenialCase } from '../../model/denial-case.ts';
import type { QuoteEvidence } from '../../model/evidence.ts';
import { type Squeezed, squeeze } from './squeeze.ts';

const squeezed = new WeakMap<DenialCase, Squeezed>();

/** The first of the phrases that the denial's lines hold, as a quote with its lines; wrapping, boxes and letter case do not matter. */
export function findQuote(denialCase: DenialCase, phrases: readonly string[]): QuoteEvidence | undefined {
  const { text, at } = squeezedText(denialCase);
  for (const phrase of phrases) {
    const wanted = squeezedPhrase(phrase);
    const found = text.indexOf(wanted);
    if (found < 0) continue;
    const start = at[found] ?? 0;
    const end = (at[found + wanted.length - 1] ?? start) + 1;
    return {
      kind: 'quote',
      text: collapse(denialCase.text.slice(start, end)),
      lines: [lineAt(denialCase, start), lineAt(denialCase, end)],
    };
  }
  return undefined;
}

/** AWS's error code, or what stands for it, as a quote: for causes that the parser told from the text. */
export function quoteCode(denialCase: DenialCase): QuoteEvidence | undefined {
  const { denial } = denialCase;
  if (denial === null) return undefined;
  const code = denial.code ?? denial.credentialError ?? denial.shape;
  return findQuote(denialCase, [code]) ?? { kind: 'quote', text: code, lines: denial.lines };
}

/** Nearly all phrases are constants of the checks; the others name an action. */
const MOST_PHRASES = 5_000;
const squeezedPhrases = new Map<string, string>();

/** Most phrases are plain words, which need no look at each character. */
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

function squeezedText(denialCase: DenialCase): Squeezed {
  const cached = squeezed.get(denialCase) ?? squeeze(denialCase.text);
  squeezed.set(denialCase, cached);
  return cached;
}

/** One line for a sentence that was wrapped: white space and box drawing between two words become one space. */
function collapse(text: string): string {
  return text
    .split(/[\s│|]+/)
    .filter((word) => word !== '')
    .join(' ');
}

function lineAt(denialCase: DenialCase, index: number): number {
  const [first = 1, last = first] = denialCase.denial?.lines ?? [];
  let line = first;
  for (let at = denialCase.text.indexOf('\n'); at >= 0 && at < index; at = denialCase.text.indexOf('\n', at + 1))
    line += 1;
  return Math.min(line, last);
}
