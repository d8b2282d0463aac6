import { fallback } from '../../gather/readers/fallback.ts';
import { memoize } from '../../gather/readers/memoize.ts';
import { readNothing } from '../../gather/readers/read-nothing.ts';
import { withProgress } from '../../gather/readers/with-progress.ts';
import { createRecorder, type Recorder } from '../../gather/snapshot/create-recorder.ts';
import type { Snapshot } from '../../gather/snapshot/snapshot.ts';
import { isUnread, snapshotReader } from '../../gather/snapshot/snapshot-reader.ts';
import type { Read } from '../../model/read.ts';
import type { Flags } from '../command-line/flags.ts';
import { USUAL_TIMEOUT } from '../command-line/option-words.ts';
import type { Host } from '../host.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import { say } from '../output/say.ts';
import { mfaPrompt } from './ask-mfa-code.ts';
import { awsOptions } from './aws-options.ts';

/** Where the facts come from, and what the time is there. */
export interface Reading {
  readonly read: Read;
  /** True where AWS may be asked, which takes time. */
  readonly isLive: boolean;
  readonly recorder: Recorder | null;
  readonly now: Date;
  readonly nowFrom: 'now' | 'the snapshot';
}

/** Snapshots, AWS, both or nothing, as the options say. AWS is only loaded where it is asked. */
export async function openReading(
  flags: Flags,
  snapshot: Snapshot | null,
  host: Host,
  progress: ProgressLine,
): Promise<Reading> {
  const isLive = flags.aws && (snapshot === null || flags.live === true);
  if (flags.live === true && snapshot === null && flags.quiet !== true)
    await say(host.stderr, '--live adds nothing without --snapshot: AWS is asked anyway');
  const live = isLive ? await openLive(flags, host, progress) : readNothing;
  const read =
    snapshot === null ? live : isLive ? fallback(snapshotReader(snapshot), live, isUnread) : snapshotReader(snapshot);
  const recorder = flags.record === undefined ? null : createRecorder(read);
  const taken = isLive ? null : (snapshot?.takenAt ?? null);
  return {
    // What is not read needs not be remembered, however much is asked for.
    read: read === readNothing && recorder === null ? read : memoize(recorder?.read ?? read),
    isLive,
    recorder,
    now: taken ?? host.now(),
    nowFrom: taken === null ? 'now' : 'the snapshot',
  };
}

/**
 * A process cannot end while a name is looked up, and glibc gives a name server five seconds, twice: a part of the time for reading is
 * enough. https://man7.org/linux/man-pages/man5/resolv.conf.5.html
 */
function resolverOptions(seconds = USUAL_TIMEOUT): string {
  return `timeout:${Math.min(5, Math.max(1, Math.floor(seconds / 5)))} attempts:2`;
}

/** Standard error holds our own sentences only: what the SDK has to say to its programmers is not for our users. */
function silenceLibraries(): void {
  const silent = () => {};
  Object.assign(console, { debug: silent, error: silent, info: silent, log: silent, warn: silent });
  process.removeAllListeners('warning');
  process.on('warning', silent);
}

async function openLive(flags: Flags, host: Host, progress: ProgressLine): Promise<Read> {
  silenceLibraries();
  // The SDK would say on standard error which versions of Node it is going to leave.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  process.env['RES_OPTIONS'] ??= resolverOptions(flags.timeout);
  const { liveReader } = await import('../../gather/live/live-reader.ts');
  const prompt = await mfaPrompt(host, progress);
  let asking = 0;
  const mfaCode = async (serial: string) => {
    asking += 1;
    try {
      return await (prompt?.(serial) ?? '');
    } finally {
      asking -= 1;
    }
  };
  const read = await liveReader({
    ...awsOptions(flags, host),
    signal: host.interrupts.signal,
    ...(prompt === undefined ? {} : { mfaCode }),
  });
  return withProgress(read, ({ reading, done, started }) => {
    // Nothing may move where somebody types.
    if (asking === 0) progress.show(`${reading} (${done} of ${started} read)`);
  });
}
