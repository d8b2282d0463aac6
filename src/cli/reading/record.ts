import type { Subject } from '../../diagnose/subject.ts';
import type { SnapshotFile } from '../../gather/snapshot/format.ts';
import type { JobEnvironment } from '../../model/denial-case.ts';
import type { UserOptions } from '../../model/question.ts';
import type { Flags } from '../command-line/flags.ts';
import { incidentOptions } from '../given/incident.ts';
import { writeFiles } from '../write-files.ts';
import type { Reading } from './open-reading.ts';
import { ownWords } from './own-words.ts';

/** What a diagnosis was made from, beside what was read. */
export interface Recorded {
  readonly subjects: readonly Subject[];
  readonly given: UserOptions;
  readonly environment: JobEnvironment;
}

/** Writes what was read, with the denials' own lines, where --record says. */
export async function record({ recorder, now }: Reading, recorded: Recorded, flags: Flags): Promise<void> {
  if (recorder === null || flags.record === undefined) return;
  const { subjects, given, environment } = recorded;
  const text = atTheirLines(subjects);
  const incident = text === '' ? null : { text, context: given.context, options: incidentOptions(given, environment) };
  const file = recorder.snapshot(now, null, incident);
  const names = flags.redactNames === true;
  const shared = names || flags.redact === true ? await redacted(file, names) : file;
  writeFiles([{ path: flags.record, content: `${JSON.stringify(shared, null, 2)}\n` }]);
}

/** Loaded for those who ask for it only: it is large. */
async function redacted(file: SnapshotFile, names: boolean): Promise<SnapshotFile> {
  const { redactSnapshot } = await import('../../gather/snapshot/redact-snapshot.ts');
  return redactSnapshot(file, { names });
}

/** So many blank lines at most stand before a denial: those from further down a log move up. */
const MOST_BLANK_LINES = 200;

/**
 * The denials' own lines, and the roles that were read from lines around them, each where it stood, so that evidence names the same lines
 * when the file is replayed. Who asked for the call is left out: it is text around the denial, and decides nothing.
 */
function atTheirLines(subjects: readonly Subject[]): string {
  const lines: string[] = [];
  const named = new Set<string>();
  for (const { denial, text } of subjects) {
    if (text === '') continue;
    const around = (denial?.nearby ?? []).flatMap(({ label, value, line }): readonly Kept[] =>
      line === null ? [] : [{ line, text: `${label}: ${value}` }],
    );
    const fresh = around.filter((kept) => !named.has(kept.text));
    for (const kept of fresh) named.add(kept.text);
    const own = denial === null ? text : ownWords(text, denial);
    const all = [...fresh, { line: denial?.lines[0] ?? 1, text: own }];
    for (const kept of all.sort((one, other) => one.line - other.line)) put(kept, lines);
  }
  return lines.join('\n');
}

/** What is kept of a text, and the line at which it stood, from 1. */
interface Kept {
  readonly line: number;
  readonly text: string;
}

function put({ line, text }: Kept, lines: string[]): void {
  const missing = line - 1 - lines.length;
  if (missing > 0 && missing <= MOST_BLANK_LINES) lines.push(...Array.from({ length: missing }, () => ''));
  lines.push(...text.split('\n'));
}
