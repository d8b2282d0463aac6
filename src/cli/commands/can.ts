import { jobEnvironment } from '../../diagnose/job-environment.ts';
import type { UserOptions } from '../../model/question.ts';
import { type Answer, answerAsked } from '../can/answer-asked.ts';
import { askUntil } from '../can/ask-again.ts';
import { type Asked, checkAsked } from '../can/asked.ts';
import { readRequests } from '../can/requests-file.ts';
import { verdictLines } from '../can/verdict-lines.ts';
import type { Flags, Request } from '../command-line/flags.ts';
import { canExitCode, worstExitCode } from '../exit-code.ts';
import { refuseOverwriting } from '../given/refuse-overwriting.ts';
import { userOptions } from '../given/user-options.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output/deliver.ts';
import { type ProgressLine, progressLine } from '../output/progress-line.ts';
import { printReport } from '../output/report.ts';
import { say } from '../output/say.ts';
import { openReading } from '../reading/open-reading.ts';
import { record } from '../reading/record.ts';
import { openSnapshots } from '../reading/snapshots.ts';

type Can = Extract<Request, { command: 'can' }>;

/** Answers whether requests would be allowed, with the same report as for a denial; if it is to wait, once the answer is the expected one. */
export async function canCommand(request: Can, host: Host): Promise<number> {
  const { flags } = request;
  const requests = requestsOf(request);
  refuseOverwriting(flags);
  const given = userOptions(flags);
  const snapshot = openSnapshots(flags);
  const progress = progressLine(host, flags.quiet === true);
  const ask = async () => {
    const reading = await openReading(flags, snapshot, host, progress);
    const answers = await Promise.all(
      requests.map((asked) => answerAsked(asked, given, reading, flags, host, progress)),
    );
    return { answers, reading };
  };
  const isWanted = ({ answers }: { readonly answers: readonly Answer[] }) => answers.every(isExpected);
  const waiting = { now: host.now, pause: host.pause, signal: host.interrupts.signal };
  const onWait = waitingLine(flags, host, progress);
  try {
    const { answers, reading } = await askUntil(ask, isWanted, flags.wait ?? 0, waiting, onWait);
    const diagnoses = answers.map(({ diagnosis }) => diagnosis);
    const recorded = { subjects: [], given: answers[0]?.given ?? given, environment: jobEnvironment(host.env) };
    const diagnosed = { diagnoses, record: () => record(reading, recorded, flags) };
    await deliver(diagnosed, flags, host, (shown) => print(answers, request.asked === null, given, shown, host));
    const exitZero = flags.exitZero === true || flags.format === 'github';
    return worstExitCode(answers.map(({ asked, diagnosis }) => canExitCode(diagnosis.verdict, asked.expect, exitZero)));
  } finally {
    progress.clear();
  }
}

/** The request on the command line, or those of the file, which are checked as they are read. */
function requestsOf({ asked, flags }: Can): readonly Asked[] {
  if (asked === null) return readRequests(flags.file[0] ?? '', flags.expect);
  const request = { ...asked, context: {}, expect: flags.expect };
  checkAsked(request);
  return [request];
}

function isExpected({ asked, diagnosis }: Answer): boolean {
  return diagnosis.verdict === asked.expect;
}

/** Says on standard error that it is asked again: once, and on a terminal how much time is left. */
function waitingLine({ quiet }: Flags, { stderr }: Host, progress: ProgressLine): (left: number) => Promise<void> {
  let isSaid = quiet === true;
  return async (left) => {
    const seconds = Math.ceil(left / 1_000);
    progress.clear();
    if (!isSaid) await say(stderr, `not the expected answer yet; asking again for up to ${seconds} s`);
    isSaid = true;
    progress.show(`waiting to ask again, ${seconds} s left`);
  };
}

/** Formats for people: of many requests, a line for each comes first, and a report only where the answer is not the expected one. */
const FOR_PEOPLE: readonly Flags['format'][] = ['text', 'markdown', 'github'];

async function print(
  answers: readonly Answer[],
  isFile: boolean,
  common: UserOptions,
  shown: Flags,
  host: Host,
): Promise<void> {
  const about = { lines: [], files: [] };
  if (!isFile || !FOR_PEOPLE.includes(shown.format)) {
    const given = isFile ? common : (answers[0]?.given ?? common);
    const diagnoses = answers.map(({ diagnosis }) => diagnosis);
    return printReport(diagnoses, { ...about, given }, host.stdout, shown, host);
  }
  const lines = verdictLines(answers.map(({ asked, diagnosis }) => [asked, diagnosis.verdict]));
  await host.stdout.write(shown.format === 'markdown' ? `\`\`\`text\n${lines}\`\`\`\n` : lines);
  for (const { diagnosis, given } of answers.filter((one) => !isExpected(one))) {
    await host.stdout.write('\n');
    await printReport([diagnosis], { ...about, given }, host.stdout, shown, host);
  }
}
