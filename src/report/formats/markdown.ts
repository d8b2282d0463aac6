import type { Diagnosis } from '../../model/diagnosis.ts';
import { escapeMarkdown } from '../escape/markdown.ts';
import { groupsOf } from '../groups.ts';
import { overviewTable } from '../markdown/overview.ts';
import { section } from '../markdown/section.ts';
import type { Settings } from '../options.ts';
import { placeAt } from '../place.ts';
import { count } from '../words/count.ts';
import { alikeOf, moreWords, NO_DENIAL, shownOf } from '../words/selection.ts';

/** For a job summary, a pull request or a ticket. */
export function markdown(diagnoses: readonly Diagnosis[], settings: Settings): string {
  if (diagnoses.length === 0) return `${NO_DENIAL}\n`;
  const groups = groupsOf(diagnoses);
  const shown = shownOf(groups, settings);
  const sections = shown.map(({ diagnosis, index }) =>
    section(diagnosis, alikeOf(groups, diagnosis, settings), placeAt(settings, index), settings),
  );
  const more = moreWords(diagnoses.length, shown.length);
  return [
    `## denytrace: ${count(diagnoses.length, 'denial')}`,
    ...(diagnoses.length === 1 ? [] : ['', ...overviewTable(groups, settings)]),
    ...sections.flatMap((lines) => ['', ...lines]),
    ...(more === '' ? [] : ['', escapeMarkdown(more)]),
    '',
  ].join('\n');
}
