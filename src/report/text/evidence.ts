import type { Evidence, StatementEvidence } from '../../model/evidence.ts';
import { consolePage } from '../console-page.ts';
import { frame } from '../excerpt/frame.ts';
import type { Settings } from '../options.ts';
import { evidenceWords, quoteWords } from '../words/evidence.ts';
import { statementPlace } from '../words/policy.ts';
import { hyperlink } from './hyperlink.ts';
import { indent, sentence, wrap } from './page.ts';

/** What stands around a piece of evidence. */
interface Around {
  /** Words to begin with. */
  readonly before?: string;
  /** True where the sentence above it names the statement. */
  readonly isNamed?: boolean;
  /** True where the sentence above it says that AWS says so. */
  readonly isSaidByAws?: boolean;
}

/** One piece of evidence: a place in a policy with its lines, or a sentence. */
export function evidenceLines(evidence: Evidence, settings: Settings, around: Around = {}): readonly string[] {
  const { before = '', isSaidByAws = false } = around;
  switch (evidence.kind) {
    case 'statement':
      return statementLines(evidence, settings, around);
    case 'searched': {
      const searched = sentence(`${before}${evidenceWords(evidence)}`, settings, '', settings.palette.dim);
      if (evidence.nearest === null) return searched;
      return [...searched, ...statementLines(evidence.nearest, settings, { before: 'closest statement: ' })];
    }
    case 'quote':
      return sentence(`${before}${isSaidByAws ? quoteWords(evidence) : evidenceWords(evidence)}`, settings);
    case 'answer':
    case 'absent':
      return sentence(`${before}${evidenceWords(evidence)}`, settings);
  }
}

function statementLines(evidence: StatementEvidence, settings: Settings, around: Around): readonly string[] {
  const { before = '', isNamed = false } = around;
  const place = isNamed
    ? []
    : sentence(`${before}${statementPlace(evidence)}`, settings, '', (line) =>
        hyperlink(line, () => consolePage(evidence.policy), settings),
      );
  return [...place, ...indent(frameLines(evidence, settings), 2)];
}

/** The lines of the policy are never broken: they are there to be found and copied. */
function frameLines(evidence: StatementEvidence, { palette, width }: Settings): readonly string[] {
  return frame(evidence).flatMap((line) => {
    const gutter = palette.dim(`${line.number} |`);
    if (line.kind === 'code') return [`${gutter} ${line.text}`];
    const start = `${line.number} | ${line.before}${line.mark} `.length;
    const mark = `${gutter} ${line.before}${palette.red(line.mark)}`;
    if (start + line.words.length <= width - 2) return [`${mark} ${palette.red(line.words)}`];
    const below = wrap(line.words, width - line.number.length - 5);
    return [mark, ...below.map((words) => `${gutter} ${palette.red(words)}`)];
  });
}
