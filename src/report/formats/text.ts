import type { Diagnosis } from '../../model/diagnosis.ts';
import { groupsOf } from '../groups.ts';
import type { Settings } from '../options.ts';
import { type Place, placeAt } from '../place.ts';
import { answerAgain } from '../text/answer-again.ts';
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
import { saysDecodeFirst } from '../words/answer.ts';
import { alikeOf, moreWords, NO_DENIAL, shownOf } from '../words/selection.ts';
import { isShownByList } from '../words/shown-by-list.ts';

/** For a person at a terminal. */
export function text(diagnoses: readonly Diagnosis[], settings: Settings): string {
  if (diagnoses.length === 0) return `${NO_DENIAL}\n`;
  if (settings.detail === 'quiet') return quiet(diagnoses, settings);
  const again = answerAgain(diagnoses, (plain) => whole(diagnoses, plain), settings);
  return [whole(diagnoses, settings), ...again.map((line) => `${line}\n`)].join('');
}

function whole(diagnoses: readonly Diagnosis[], settings: Settings): string {
  const groups = groupsOf(diagnoses);
  const shown = shownOf(groups, settings);
  const overview = diagnoses.length === 1 ? [] : [overviewLines(groups, settings)];
  const reports = [
    ...overview,
    ...shown.map(({ diagnosis, index }) =>
      report(diagnosis, alikeOf(groups, diagnosis, settings), placeAt(settings, index), settings),
    ),
  ];
  const separator = `\n\n${settings.palette.dim('─'.repeat(settings.width))}\n\n`;
  const more = moreWords(diagnoses.length, shown.length);
  return [
    `${reports.map((lines) => lines.join('\n')).join(separator)}\n`,
    ...(more === '' ? [] : [`\n${more}\n`]),
  ].join('');
}

/** A line for each denial; then why something could not be read, where that can be put right. */
function quiet(diagnoses: readonly Diagnosis[], settings: Settings): string {
  return [
    ...diagnoses.map((diagnosis, index) => brief(diagnosis, placeAt(settings, index), settings)),
    ...setupLines(diagnoses, settings),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function report(
  diagnosis: Diagnosis,
  alike: readonly Diagnosis[],
  place: Place,
  settings: Settings,
): readonly string[] {
  const { blocking, others } = checklist(diagnosis, settings);
  const required = requirementLines(diagnosis, alike, settings);
  const found = apart(blocking);
  const record = recordLines(diagnosis, settings);
  const isFirst = saysDecodeFirst(diagnosis);
  return [
    ...header(diagnosis, place, settings),
    ...(isFirst ? apart(record) : []),
    // Where no cause shows a change, the list of what must be in place is the answer.
    ...(isShownByList(diagnosis.causes[0]) ? [...required, ...found] : [...found, ...required]),
    ...apart(others),
    ...(isFirst ? [] : record),
    ...(settings.detail === 'verbose' ? contextLines(diagnosis.request, settings) : []),
    ...relatedLines(diagnosis.related, settings),
    ...hintLines(diagnosis, settings),
    ...footer(diagnosis, settings),
  ];
}

/** With an empty line above. */
function apart(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}
