import type { Diagnosis } from '../../model/diagnosis.ts';
import { escapeMarkdown } from '../escape/markdown.ts';
import { section } from '../markdown/section.ts';
import type { Settings } from '../options.ts';
import { count } from '../words/count.ts';
import { moreWords, NO_DENIAL, shownOf } from '../words/selection.ts';

/** For a job summary, a pull request or a ticket. */
export function markdown(diagnoses: readonly Diagnosis[], settings: Settings): string {
  if (diagnoses.length === 0) return `${NO_DENIAL}\n`;
  const sections = shownOf(diagnoses, settings).map((diagnosis, index) =>
    section(diagnosis, settings.lines[index] ?? null, settings),
  );
  const more = moreWords(diagnoses.length, settings);
  return [
    `## denytrace: ${count(diagnoses.length, 'denial')}`,
    ...sections.flatMap((lines) => ['', ...lines]),
    ...(more === '' ? [] : ['', escapeMarkdown(more)]),
    '',
  ].join('\n');
}
