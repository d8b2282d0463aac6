import type { Evidence, StatementEvidence } from '../../model/evidence.ts';
import { frame } from '../excerpt/frame.ts';
import type { Settings } from '../options.ts';
import { count } from '../words/count.ts';
import { evidenceWords } from '../words/evidence.ts';
import { statementPlace } from '../words/policy.ts';
import { indent, sentence, wrap } from './page.ts';

/** One piece of evidence: a place in a policy with its lines, or a sentence. */
export function evidenceLines(evidence: Evidence, settings: Settings): readonly string[] {
  switch (evidence.kind) {
    case 'statement':
      return statementLines(evidence, settings);
    case 'searched': {
      const { where, statements, nearest } = evidence;
      const searched = sentence(
        `searched: ${where}, ${count(statements, 'statement')}`,
        settings,
        '',
        settings.palette.dim,
      );
      if (nearest === null) return searched;
      return [...searched, 'the nearest one:', ...statementLines(nearest, settings)];
    }
    case 'quote':
    case 'answer':
    case 'absent':
      return sentence(evidenceWords(evidence), settings);
  }
}

function statementLines(evidence: StatementEvidence, settings: Settings): readonly string[] {
  return [...sentence(statementPlace(evidence), settings), ...indent(frameLines(evidence, settings), 2)];
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
