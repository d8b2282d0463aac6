import type { Evidence } from '../../model/evidence.ts';
import { count } from './count.ts';
import { statementPlace } from './policy.ts';

type Quote = Extract<Evidence, { kind: 'quote' }>;

const LONGEST_QUOTE = 600;

/** An operation of AWS, and not another source. */
const CALL = /^[a-z-]+:[A-Z]\w+$/;

/** A piece of evidence as one sentence. */
export function evidenceWords(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'statement':
      return statementPlace(evidence);
    case 'searched':
      return `no match in ${evidence.where} (${count(evidence.statements, 'Allow statement')})`;
    case 'quote':
      return `AWS says (${linesOf(evidence)}): “${shortened(evidence.text)}”`;
    case 'answer':
      return `${evidence.call}${CALL.test(evidence.call) ? ' returned' : ''}: ${shortened(evidence.text)}`;
    case 'absent':
      return `${evidence.on} does not exist`;
  }
}

/** AWS's words, where what stands above says that AWS says so. */
export function quoteWords(quote: Quote): string {
  return `${linesOf(quote)}: “${shortened(quote.text)}”`;
}

function linesOf({ lines: [first, last] }: Quote): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
