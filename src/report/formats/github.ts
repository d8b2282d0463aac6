import type { Cause, Diagnosis } from '../../model/diagnosis.ts';
import { escapeData, escapeProperty } from '../escape/github.ts';
import type { Settings } from '../options.ts';
import { type Place, placeAt } from '../place.ts';
import { checkWords } from '../words/check.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { originPlace, originWords } from '../words/origin.ts';
import { countsWords, outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { NO_DENIAL } from '../words/selection.ts';
import { whoWords } from '../words/who.ts';

/** Annotations for GitHub Actions, one for each denial. Each is one line that begins with the command. */
export function github(diagnoses: readonly Diagnosis[], settings: Settings): string {
  if (diagnoses.length === 0) return `${NO_DENIAL}\n`;
  return diagnoses.map((diagnosis, index) => `${annotation(diagnosis, index, settings)}\n`).join('');
}

function annotation(diagnosis: Diagnosis, index: number, settings: Settings): string {
  const place = placeAt(settings, index);
  const properties = [...location(diagnosis, place), ['title', title(diagnosis)] as const]
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',');
  return `::error ${properties}::${escapeData(message(diagnosis, place))}`;
}

/** The line of the user's own code that asked, where the text says it, else that of the log. */
function location({ denial }: Diagnosis, { lines, file }: Place): readonly (readonly [string, string])[] {
  const asked = originPlace(denial);
  if (asked === null && (file === null || denial === null)) return [];
  const [first] = lines ?? denial?.lines ?? [1];
  return [
    ['file', asked?.file ?? file ?? ''],
    ['line', String(asked?.line ?? first)],
  ];
}

function title(diagnosis: Diagnosis): string {
  const [cause] = diagnosis.causes;
  const why = cause === undefined ? '' : ` (${cause.id})`;
  return `${subjectWords(diagnosis)} ${outcomeWords(diagnosis)}${why}`;
}

function message(diagnosis: Diagnosis, place: Place): readonly string[] {
  const { request, denial } = diagnosis;
  const caller = request.principal?.arn ?? denial?.caller ?? denial?.callerName ?? null;
  const resource = request.resource ?? denial?.resource ?? null;
  const origin = originWords(denial);
  const where = placeWords(diagnosis, place);
  const finding = conclusionWords(diagnosis, 'left out');
  return [
    `${countsWords(diagnosis)}${where === '' ? '' : `, ${where}`}`,
    ...(caller === null ? [] : [`caller ${caller}`]),
    ...(resource === null ? [] : [`resource ${resource}`]),
    ...(origin === null ? [] : [`asked by ${origin}`]),
    ...(finding === null ? [] : [finding]),
    ...diagnosis.causes.flatMap((cause) => causeWords(cause, resource)),
  ];
}

function causeWords({ id, summary, fix }: Cause, resource: string | null): readonly string[] {
  const cause = `${id}: ${summary}`;
  if (fix === null) return [cause];
  const who = whoWords(fix.who, { account: fix.account, resource });
  return [cause, [`Fix (${who}): ${fix.summary}`, checkWords(fix) ?? []].flat().join('; ')];
}
