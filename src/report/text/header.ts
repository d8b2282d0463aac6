import type { DiagnosedRequest, Diagnosis } from '../../model/diagnosis.ts';
import { escapeText } from '../escape/text.ts';
import type { Settings } from '../options.ts';
import type { Place } from '../place.ts';
import { answerOf, type Rest } from '../words/answer.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { originWords } from '../words/origin.ts';
import { outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { callerNote, resourceNote } from '../words/request.ts';
import { SYMBOLS } from '../words/symbols.ts';
import { sentence } from './page.ts';

/** The answer in two sentences, then who asked for what and how it ended. */
export function header(diagnosis: Diagnosis, place: Place, settings: Settings): readonly string[] {
  const answer = answerLines(diagnosis, settings);
  return [
    ...answer,
    ...(answer.length === 0 ? [] : ['']),
    title(diagnosis, place, settings),
    ...parties(diagnosis, settings),
    ...findingLines(diagnosis, settings),
  ];
}

/** What blocks, and who changes what; nothing for a request that is allowed. */
export function answerLines(diagnosis: Diagnosis, settings: Settings, rest: Rest = 'below'): readonly string[] {
  const answer = answerOf(diagnosis, rest);
  if (answer === null) return [];
  return [
    ...sentence(answer.what, settings, `${SYMBOLS[outcomeSymbol(diagnosis)]} `, settings.palette.bold),
    ...sentence(answer.who, settings, '→ '),
  ];
}

/** Whether the first cause is proven, or a question still. */
function outcomeSymbol({ causes: [first] }: Diagnosis): 'fail' | 'unknown' {
  return first?.rung === 'aws' || first?.rung === 'evaluated' ? 'fail' : 'unknown';
}

/** A finding about the whole that the answer does not give. */
function findingLines(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  // Of a question nothing is said on top.
  const finding = conclusionWords(diagnosis, diagnosis.causes.length === 0 ? 'left out' : 'listed');
  if (finding === null || answerOf(diagnosis)?.what === finding) return [];
  return sentence(finding, settings, '! ');
}

function title(diagnosis: Diagnosis, place: Place, { palette }: Settings): string {
  const outcome = outcomeWords(diagnosis);
  const color = outcome === 'allowed' ? palette.green : outcome === 'undetermined' ? palette.bold : palette.red;
  const where = placeWords(diagnosis, place);
  const subject = palette.bold(escapeText(subjectWords(diagnosis)));
  return `${subject}  ${color(outcome)}${where === '' ? '' : `  ${escapeText(where)}`}`;
}

function parties(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const { request, denial } = diagnosis;
  const caller = request.principal?.arn ?? denial?.caller ?? denial?.callerName ?? nameOf(request);
  const resource = request.resource ?? denial?.resource ?? null;
  const rows: (readonly [string, string, string])[] = [];
  if (caller !== null) rows.push(['caller', caller, callerNote(request)]);
  if (resource !== null) rows.push(['resource', resource, resourceNote(diagnosis)]);
  const origin = originWords(denial);
  if (origin !== null) rows.push(['asked by', origin, '']);
  const widest = Math.max(0, ...rows.map(([, value]) => escapeText(value).length));
  return rows.flatMap(([label, value, note]) => party(label, value, note, widest, settings));
}

function nameOf({ principal }: DiagnosedRequest): string | null {
  return principal === null || principal.name === '' ? null : principal.name;
}

const LABEL = 10;

/** The value stands alone on its line where its note does not fit beside it. */
function party(label: string, value: string, note: string, widest: number, settings: Settings): readonly string[] {
  const { palette, width } = settings;
  const shown = escapeText(value);
  const start = label.padEnd(LABEL);
  const said = escapeText(note);
  if (said === '') return [`${start}${shown}`];
  if (LABEL + widest + 2 + said.length <= width) return [`${start}${shown.padEnd(widest)}  ${palette.dim(said)}`];
  return [`${start}${shown}`, `${' '.repeat(LABEL)}${palette.dim(said)}`];
}
