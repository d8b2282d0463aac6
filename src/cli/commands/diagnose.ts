import { jobEnvironment } from '../../diagnose/job-environment.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Flags, Request } from '../command-line/flags.ts';
import { diagnosisExitCode, EXIT } from '../exit-code.ts';
import { replayedEnvironment, replayedOptions } from '../given/incident.ts';
import { knownDenials } from '../given/known-denials.ts';
import { refuseOverwriting } from '../given/refuse-overwriting.ts';
import { userOptions } from '../given/user-options.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output/deliver.ts';
import { newDenials } from '../output/new-denials.ts';
import { progressLine } from '../output/progress-line.ts';
import { printReport } from '../output/report.ts';
import { say } from '../output/say.ts';
import { setStepOutputs } from '../output/step-outputs.ts';
import { diagnoseAll } from '../reading/diagnose-all.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { type LineSurroundings, streamLines } from '../reading/stream-lines.ts';
import { collectDenials } from '../text/collect-denials.ts';
import { CUT_LINE } from '../text/cut-line.ts';
import { namedFile } from '../text/named-file.ts';
import { hintForAnswer } from '../text/other-answers.ts';
import type { Noticed } from '../text/sink.ts';
import { readSource, type TextSource, textSource } from '../text/text-source.ts';
import { titleHint } from '../text/title-hint.ts';
import { UsageError } from '../usage-error.ts';

/** Diagnoses a text, files, a snapshot's incident or standard input. */
export async function diagnoseCommand(request: Extract<Request, { command: 'diagnose' }>, host: Host): Promise<number> {
  const { hint } = request;
  const { text, flags, missing } = namedFile(request);
  const mistaken = request.mistaken ?? missing;
  if (flags.schema === true) return printSchema(host);
  refuseOverwriting(flags);
  const asked = userOptions(flags);
  const known = flags.known === undefined ? undefined : knownDenials(flags.known);
  const snapshot = openSnapshots(flags);
  const source = textSource(text, flags, snapshot?.incident ?? null);
  const progress = progressLine(host, flags.quiet === true);
  const { given, environment } =
    source.from === 'incident'
      ? { given: replayedOptions(source.incident, asked), environment: replayedEnvironment(source.incident) }
      : { given: asked, environment: jobEnvironment(host.env) };
  const around = { snapshot, given, environment, flags, host, progress };
  const isZero = flags.exitZero === true || flags.format === 'github';
  try {
    const notice = (found: Found, noticed: Noticed) => sayNoticed(found, { ...noticed, mistaken, hint }, flags, host);
    if (isStreamed(flags)) return await streamed(source, around, notice, isZero);
    const diagnoses = await reported(source, around, notice);
    const counted = await newDenials(diagnoses, known, flags, host);
    await setStepOutputs(diagnoses, counted, flags, host);
    return diagnosisExitCode(counted, isZero);
  } finally {
    progress.clear();
  }
}

/** Whether denials were found, and whether anything of AWS was. */
interface Found {
  readonly isEmpty: boolean;
  readonly isAboutAws: boolean;
}

type Notice = (found: Found, noticed: Noticed) => Promise<void>;

/** True for lines, unless something else is written of all denials. */
function isStreamed({ format, record, fixDir, trace, known }: Flags): boolean {
  return [record, fixDir, trace, known].every((one) => one === undefined) && format === 'jsonl';
}

/** A line for each denial as soon as it is diagnosed. */
async function streamed(
  source: TextSource,
  around: LineSurroundings,
  notice: Notice,
  isZero: boolean,
): Promise<number> {
  const { host, progress } = around;
  const lines = streamLines(around, isCopying(source) ? host.stderr : host.stdout, isSeveral(source));
  const noticed = await readSource(source, host, progress, lines.sink);
  await notice({ isEmpty: lines.outcomes().length === 0, isAboutAws: lines.isAboutAws() }, noticed);
  await lines.end();
  return diagnosisExitCode(lines.outcomes(), isZero);
}

/** A report about all denials, once all are known. */
async function reported(source: TextSource, around: LineSurroundings, notice: Notice): Promise<readonly Diagnosis[]> {
  const { snapshot, given, environment, flags, host, progress } = around;
  const collector = collectDenials();
  const noticed = await readSource(source, host, progress, collector);
  const found = collector.found();
  const { subjects } = found;
  await notice({ isEmpty: subjects.length === 0, isAboutAws: found.isAboutAws }, noticed);
  const diagnosed = await diagnoseAll({ subjects, given, environment }, snapshot, flags, host, progress);
  const { diagnoses } = diagnosed;
  const output = isCopying(source) ? host.stderr : host.stdout;
  const about = {
    ...found,
    given,
    ...(isSeveral(source) ? {} : { files: [] }),
    ...(source.from === 'files' && source.paths[0] !== undefined ? { file: source.paths[0] } : {}),
  };
  await deliver(diagnosed, flags, host, async (shown) => {
    // What was copied, or typed before Ctrl-C, need not have ended its last line.
    const isBelowText = isCopying(source) || (source.from === 'stdin' && host.stdin.isTerminal);
    if (isBelowText && host.stderr.isTerminal) await host.stderr.write('\n');
    await printReport(diagnoses, about, output, shown, host);
  });
  return diagnoses;
}

function isCopying(source: TextSource): boolean {
  return source.from === 'stdin' && source.copy;
}

function isSeveral(source: TextSource): boolean {
  return source.from === 'files' && source.paths.length > 1;
}

/** Says on standard error what was wrong with the text; a UsageError where nothing else was found in it. */
async function sayNoticed(
  { isEmpty, isAboutAws }: Found,
  {
    short,
    isCut,
    unread = [],
    mistaken,
    hint,
  }: Noticed & { readonly mistaken: string | null; readonly hint: string | null },
  flags: Flags,
  { stderr }: Host,
): Promise<void> {
  const problems = [...(isCut === true ? [CUT_LINE] : []), ...unread];
  if (isEmpty && problems.length > 0) throw new UsageError(problems.join('; '));
  for (const problem of problems) await say(stderr, problem);
  if (isEmpty && mistaken !== null) throw new UsageError(mistaken);
  if (hint !== null) await say(stderr, hint);
  const text = (short ?? '').trim();
  // A text about quotas or settings is no title.
  const help = hintForAnswer(text) ?? (isAboutAws ? undefined : titleHint(text));
  if (help !== undefined && flags.quiet !== true) await say(stderr, help);
}

async function printSchema(host: Host): Promise<number> {
  const { DIAGNOSIS_SCHEMA } = await import('../../report/schema.ts');
  await host.stdout.write(`${JSON.stringify(DIAGNOSIS_SCHEMA, null, 2)}\n`);
  return EXIT.fine;
}
