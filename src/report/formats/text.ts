import type { Diagnosis } from '../../model/diagnosis.ts';
import { groupsOf } from '../groups.ts';
import type { Settings } from '../options.ts';
import { brief } from '../text/brief.ts';
import { checklist } from '../text/checklist.ts';
import { contextLines } from '../text/context.ts';
import { footer } from '../text/footer.ts';
import { hintLines, setupLines } from '../text/gaps.ts';
import { header } from '../text/header.ts';
import { overviewLines } from '../text/overview.ts';
import { recordLines } from '../text/record.ts';
import { relatedLines } from '../text/related.ts';
import { requirementLines } from '../text/requirements.ts';
import { moreWords, NO_DENIAL, shownOf } from '../words/selection.ts';

/** For a person at a terminal. */
export function text(diagnoses: readonly Diagnosis[], settings: Settings): string {
  if (diagnoses.length === 0) return `${NO_DENIAL}\n`;
  const groups = groupsOf(diagnoses);
  const isQuiet = settings.detail === 'quiet';
  const shown = shownOf(groups, settings);
  const overview = isQuiet || diagnoses.length === 1 ? [] : [overviewLines(groups, settings)];
  const reports = [
    ...overview,
    ...shown.map(({ diagnosis, index }) => report(diagnosis, settings.lines[index] ?? null, settings)),
  ];
  const separator = isQuiet ? '\n' : `\n\n${settings.palette.dim('─'.repeat(settings.width))}\n\n`;
  const more = moreWords(diagnoses.length, shown.length, settings);
  const setup = isQuiet
    ? setupLines(
        shown.map(({ diagnosis }) => diagnosis),
        settings,
      )
    : [];
  return [
    `${reports.map((lines) => lines.join('\n')).join(separator)}\n`,
    ...setup.map((line) => `${line}\n`),
    ...(more === '' ? [] : [`\n${more}\n`]),
  ].join('');
}

function report(diagnosis: Diagnosis, lines: readonly [number, number] | null, settings: Settings): readonly string[] {
  if (settings.detail === 'quiet') return brief(diagnosis, lines, settings);
  const steps = checklist(diagnosis, settings);
  const checked = steps.length === 0 ? [] : ['', ...steps];
  const required = requirementLines(diagnosis, settings);
  // Without a cause, what must be in place is the answer: it comes before what could not be read.
  const body = diagnosis.causes.length === 0 ? [...required, ...checked] : [...checked, ...required];
  return [
    ...header(diagnosis, lines, settings),
    ...body,
    ...recordLines(diagnosis, settings),
    ...(settings.detail === 'verbose' ? contextLines(diagnosis.request, settings) : []),
    ...relatedLines(diagnosis.related, settings),
    ...hintLines(diagnosis, settings),
    ...footer(diagnosis, settings),
  ];
}
