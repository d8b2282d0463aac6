import type { VerdictWord } from '../../model/diagnosis.ts';
import { escapeText } from '../../report/escape/text.ts';
import type { Asked } from './asked.ts';

const SYMBOLS: Readonly<Record<VerdictWord, string>> = { allowed: '✓', denied: '✗', undetermined: '?' };

/** A line for each request: the verdict, and what was asked; and where a denial was expected that there is not, that. */
export function verdictLines(answers: readonly (readonly [asked: Asked, verdict: VerdictWord])[]): string {
  const widest = Math.max(...answers.map(([, verdict]) => verdict.length));
  return answers
    .map(([{ principal, action, resource, expect }, verdict]) => {
      const asked = [principal, action, ...(resource === null ? [] : [resource])].map(escapeText).join('  ');
      const wanted = verdict !== expect && expect === 'denied' ? '  (expected: denied)' : '';
      return `${SYMBOLS[verdict]} ${verdict.padEnd(widest)}  ${asked}${wanted}\n`;
    })
    .join('');
}
