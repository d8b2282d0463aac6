import type { Evidence, StatementEvidence } from '../../model/evidence.ts';
import { consolePage } from '../console-page.ts';
import { html, type Markup } from '../escape/html.ts';
import { frame } from '../excerpt/frame.ts';
import { evidenceWords } from '../words/evidence.ts';
import { statementPlace } from '../words/policy.ts';
import { code, link } from './parts.ts';

/** A piece of evidence: a statement in its policy, or a sentence. */
export function evidenceBlock(evidence: Evidence): Markup {
  switch (evidence.kind) {
    case 'statement':
      return statementBlock(evidence);
    case 'searched':
      return html`<p>${evidenceWords(evidence)}</p>
${evidence.nearest === null ? null : statementBlock(evidence.nearest)}`;
    case 'quote':
    case 'answer':
    case 'absent':
      return html`<p class="said">${evidenceWords(evidence)}</p>
`;
  }
}

function statementBlock(evidence: StatementEvidence): Markup {
  const place = statementPlace(evidence);
  return html`<div class="policy">
<p class="place">${link(consolePage(evidence.policy), place)}</p>
${code(rowsOf(evidence), 'numbered')}</div>
`;
}

/**
 * The lines of a frame. What does not fit is marked in its line, and the words about it stand below; where there is no such thing, the line
 * that the evidence points at is marked.
 */
function rowsOf(evidence: StatementEvidence): readonly Markup[] {
  const lines = frame(evidence);
  const isMarked = lines.some(({ kind }) => kind === 'mark');
  return lines.map((line, index) => {
    if (line.kind === 'mark') return html`<span class="number"></span><span class="why">↑ ${line.words}</span>`;
    const isAt = !isMarked && line.number.trim() === String(evidence.line);
    const number = html`<span class="${isAt ? 'number at' : 'number'}">${line.number.trim()}</span>`;
    const below = lines[index + 1];
    if (below?.kind !== 'mark') return html`${number}${line.text}`;
    const [from, to] = [below.before.length, below.before.length + below.mark.length];
    return html`${number}${line.text.slice(0, from)}<mark>${line.text.slice(from, to)}</mark>${line.text.slice(to)}`;
  });
}
