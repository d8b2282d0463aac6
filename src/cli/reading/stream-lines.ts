import { diagnoseSubjects } from '../../diagnose/diagnose-subjects.ts';
import type { Surroundings } from '../../diagnose/subject.ts';
import type { Snapshot } from '../../gather/snapshot/snapshot.ts';
import type { JobEnvironment } from '../../model/denial-case.ts';
import type { UserOptions } from '../../model/question.ts';
import { createDenialStream, type FlowingDenial } from '../../parse/denial-stream.ts';
import { countsLine, diagnosisLine } from '../../report/lines.ts';
import type { Flags } from '../command-line/flags.ts';
import type { Outcome } from '../exit-code.ts';
import type { Host } from '../host.ts';
import type { Output } from '../output/output.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import type { Sink } from '../text/sink.ts';
import { openReading } from './open-reading.ts';

/** What denials are diagnosed with. */
export interface LineSurroundings {
  readonly snapshot: Snapshot | null;
  readonly given: UserOptions;
  readonly environment: JobEnvironment;
  readonly flags: Flags;
  readonly host: Host;
  readonly progress: ProgressLine;
}

/** Writes a line for each denial of the text that is put into its sink. */
export interface LineStream {
  readonly sink: Sink;
  /** Writes the counts that have grown since; call once, at the end. */
  readonly end: () => Promise<void>;
  /** What the denials came to, each different outcome once. */
  readonly outcomes: () => readonly Outcome[];
  /** True where an error of AWS was found, be it a denial or not. */
  readonly isAboutAws: () => boolean;
}

/**
 * So many denials are diagnosed side by side: with AWS, so that what it is asked for them is asked at the same time. Where nothing has to be
 * waited for, fewer, since what is known of each meanwhile takes several times the memory of its diagnosis; one at a time takes more CPU,
 * as each part of the program is run for one denial only before the next part is.
 */
const SIDE_BY_SIDE = { live: 32, given: 12 };

/**
 * Diagnoses denials while the text is read, and writes each as it is ready, in their order. No more of the text is read before all that
 * were found are written, so that memory does not grow with their number.
 */
export function streamLines(around: LineSurroundings, output: Output, isSeveral: boolean): LineStream {
  const { progress } = around;
  const found = createDenialStream();
  const outcomes = new Map<string, Outcome>();
  let opened: Opened | undefined;
  let file: string | null = null;

  async function write(): Promise<void> {
    const ready = found.take();
    // Nothing is read for no denial.
    if (ready.length === 0) return;
    opened ??= await open(around);
    const { surroundings, sideBySide } = opened;
    for (let at = 0; at < ready.length && !output.isGone; at += sideBySide)
      await writeSome(ready.slice(at, at + sideBySide), surroundings);
  }

  /** Each line is written as soon as those before it are. */
  async function writeSome(some: readonly FlowingDenial[], surroundings: Surroundings): Promise<void> {
    const lines: (string | undefined)[] = [];
    let written = 0;
    const diagnoseOne = async (one: FlowingDenial, place: number) => {
      const diagnoses = await diagnoseSubjects([one], surroundings);
      for (const diagnosis of diagnoses) outcomes.set(`${diagnosis.denial?.kind} ${diagnosis.conclusion}`, diagnosis);
      lines[place] = diagnoses.map((diagnosis) => diagnosisLine(diagnosis, one.key, file)).join('');
      let ready = '';
      for (let line = lines[written]; line !== undefined; line = lines[written]) {
        ready += line;
        lines[written] = '';
        written += 1;
      }
      progress.clear();
      await output.write(ready);
    };
    await Promise.all(some.map(diagnoseOne));
  }

  return {
    sink: {
      begin(path) {
        file = isSeveral ? path : null;
      },
      push(chunk) {
        found.push(chunk);
        return write();
      },
      settle(how) {
        found.settle(how);
        return write();
      },
      end() {
        found.end();
        return write();
      },
      isOpen: () => !output.isGone,
    },
    async end() {
      await output.write(countsLine(found.grown()));
    },
    outcomes: () => [...outcomes.values()],
    isAboutAws: () => found.isAboutAws(),
  };
}

/** What the denials of all texts are diagnosed with, and how many of them at a time. */
interface Opened {
  readonly surroundings: Surroundings;
  readonly sideBySide: number;
}

async function open({ snapshot, given, environment, flags, host, progress }: LineSurroundings): Promise<Opened> {
  const { read, isLive, now, nowFrom } = await openReading(flags, snapshot, host, progress);
  return {
    surroundings: { given, read, environment, now, nowFrom },
    sideBySide: isLive ? SIDE_BY_SIDE.live : SIDE_BY_SIDE.given,
  };
}
