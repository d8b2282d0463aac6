import type { Cause, DiagnosedRequest, Diagnosis } from '../../model/diagnosis.ts';
import { escapeData, escapeProperty } from '../escape/github.ts';
import { groupsOf } from '../groups.ts';
import type { Settings } from '../options.ts';
import { type Place, placeAt } from '../place.ts';
import { checkWords } from '../words/check.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { count } from '../words/count.ts';
import { originPlace, originWords } from '../words/origin.ts';
import { countsWords, outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { NO_DENIAL, type Shown } from '../words/selection.ts';
import { whoWords } from '../words/who.ts';

/** Annotations for GitHub Actions, one for each group of denials; with `--all`, one for each denial. Each is one line that begins with the command. */
export function github(diagnoses: readonly Diagnosis[], settings: Settings): string {
  if (diagnoses.length === 0) return `${NO_DENIAL}\n`;
  const groups = groupsOf(diagnoses).map(({ members: [first, ...others] }) => ({ first, others: others.length }));
  const annotated = groups.flatMap(({ first, others }) => (first === undefined ? [] : [{ ...first, others }]));
  const all = diagnoses.map((diagnosis, index) => ({ diagnosis, index, others: 0 }));
  return (settings.all ? all : annotated).map((one) => `${annotation(one, settings)}\n`).join('');
}

/** A denial, and how many others its annotation is for as well. */
interface Annotated extends Shown {
  readonly others: number;
}

function annotation({ diagnosis, index, others }: Annotated, settings: Settings): string {
  const place = placeAt(settings, index);
  const properties = [...location(diagnosis, place), ['title', title(diagnosis)] as const]
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',');
  return `::error ${properties}::${escapeData([...message(diagnosis, place), ...alsoWords(others)])}`;
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
    ...diagnosis.causes.flatMap((cause) => causeWords(cause, request)),
  ];
}

function alsoWords(others: number): readonly string[] {
  return others === 0
    ? []
    : [`and ${count(others, 'more distinct denial')} of the same cause and principal (use --all)`];
}

function causeWords({ id, summary, fix, layer }: Cause, { resource, accounts }: DiagnosedRequest): readonly string[] {
  const cause = `${id}: ${summary}`;
  if (fix === null) return [cause];
  const who = whoWords(fix.who, { account: fix.account, resource, layer, accounts });
  return [cause, [`Fix (${who}): ${fix.summary}`, checkWords(fix) ?? []].flat().join('; ')];
}
