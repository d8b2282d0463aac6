import type { Explanation } from '../../causes/texts/explanation.ts';
import { jobEnvironment } from '../../diagnose/job-environment.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { renderLoaded } from '../../report/render-loaded.ts';
import { answerAsked } from '../can/answer-asked.ts';
import { checkAsked } from '../can/asked.ts';
import type { Flags } from '../command-line/flags.ts';
import { findCauses } from '../explain/find-causes.ts';
import { printExplanation } from '../explain/print-explanation.ts';
import { printList } from '../explain/print-list.ts';
import type { Host } from '../host.ts';
import type { Output } from '../output/output.ts';
import { progressLine } from '../output/progress-line.ts';
import { type About, renderOptions } from '../output/report.ts';
import { diagnoseAll } from '../reading/diagnose-all.ts';
import { openReading } from '../reading/open-reading.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { findInText } from '../text/found-text.ts';
import { callFlags, callOptions, REPORT_WIDTH } from './call-flags.ts';
import type { ToolAnswer, ToolArguments, ToolName } from './tool-call.ts';

/** Answers the call of a tool with what its command would print. `flags` are those of `denytrace mcp`. A UsageError for what cannot be used. */
export async function answerCall(
  name: ToolName,
  args: ToolArguments,
  signal: AbortSignal,
  flags: Flags,
  host: Host,
): Promise<ToolAnswer> {
  if (name === 'explain') return explain(args.cause ?? null);
  const own = callFlags(flags, args);
  const quiet = await silent(host, signal);
  return name === 'can' ? can(args, own, quiet) : diagnose(args, own, quiet);
}

async function diagnose(args: ToolArguments, flags: Flags, host: Host): Promise<ToolAnswer> {
  const given = callOptions(args, flags);
  const found = findInText(args.text ?? '');
  const recorded = { subjects: found.subjects, given, environment: jobEnvironment(host.env) };
  const { diagnoses } = await diagnoseAll(recorded, openSnapshots(flags), flags, host, progressLine(host, true));
  return reported(diagnoses, { ...found, given }, flags);
}

async function can(args: ToolArguments, flags: Flags, host: Host): Promise<ToolAnswer> {
  const { principal = '', action = '', resource = null, ...others } = args;
  const asked = { principal, action, resource, context: {}, expect: flags.expect };
  checkAsked(asked);
  const common = callOptions(others, flags);
  const progress = progressLine(host, true);
  const reading = await openReading(flags, openSnapshots(flags), host, progress);
  const { diagnosis, given } = await answerAsked(asked, common, reading, flags, host, progress);
  return reported([diagnosis], { lines: [], files: [], given }, flags);
}

async function reported(diagnoses: readonly Diagnosis[], about: About, flags: Flags): Promise<ToolAnswer> {
  const options = renderOptions(about, flags);
  return {
    text: await renderLoaded(diagnoses, 'text', { ...options, width: REPORT_WIDTH }),
    data: JSON.parse(await renderLoaded(diagnoses, 'json', options)),
  };
}

async function explain(cause: string | null): Promise<ToolAnswer> {
  const found = await findCauses(cause);
  if (found.kind === 'one')
    return { text: printExplanation(found.cause, REPORT_WIDTH, undefined), data: { causes: [whole(found.cause)] } };
  const causes = found.causes.map(({ id, what }) => ({ id, what }));
  return { text: printList(found.causes, undefined, undefined), data: { causes } };
}

function whole({ id, what, why, fix, page, more }: Explanation): object {
  return { id, what, why, fix, links: [page, more].filter((link) => link !== null && link !== undefined) };
}

/** The process without its streams, which are the protocol's, and with the signal of one call. There is nobody to ask for a code. */
async function silent(host: Host, signal: AbortSignal): Promise<Host> {
  const { stream } = host.stdin;
  const nothing = await nowhere();
  return {
    ...host,
    stdin: { stream, isTerminal: false, file: null },
    stdout: nothing,
    stderr: nothing,
    interrupts: { ...host.interrupts, signal: AbortSignal.any([host.interrupts.signal, signal]) },
  };
}

/** What takes everything and shows nothing. */
async function nowhere(): Promise<Output> {
  // Only here: streams take long to load.
  const { Writable } = await import('node:stream');
  return {
    stream: new Writable({ write: (_chunk, _encoding, done) => done() }),
    write: () => Promise.resolve(),
    isGone: false,
    isTerminal: false,
    columns: undefined,
    rows: undefined,
  };
}
