import type { Diagnosis } from '../../model/diagnosis.ts';
import { escapeText } from '../escape/text.ts';
import type { Settings } from '../options.ts';
import type { Place } from '../place.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { sentence } from './page.ts';

/** A denial in a few lines: what was asked, and a sentence for each cause. */
export function brief(diagnosis: Diagnosis, place: Place, settings: Settings): readonly string[] {
  const { palette } = settings;
  const resource = diagnosis.request.resource ?? diagnosis.denial?.resource ?? null;
  const parts = [
    palette.bold(escapeText(subjectWords(diagnosis))),
    outcomeWords(diagnosis),
    ...(resource === null || resource === '*' ? [] : [escapeText(resource)]),
    escapeText(placeWords(diagnosis, place)),
  ];
  const finding = conclusionWords(diagnosis, 'left out');
  return [
    parts.filter((part) => part !== '').join('  '),
    ...(finding === null ? [] : sentence(finding, settings, '  ! ')),
    ...diagnosis.causes.flatMap(({ id, summary }) => sentence(`${id}: ${summary}`, settings, '  ✗ ')),
  ];
}
