import type { Flags } from '../command-line/flags.ts';
import { writeFixes } from '../fix-dir/write-fixes.ts';
import type { Host } from '../host.ts';
import type { Diagnosed } from '../reading/diagnose-all.ts';
import { UsageError } from '../usage-error.ts';
import { say } from './say.ts';

/**
 * Writes the recording and the fixes where they are wanted, then prints the report, which says where the fixes are. A file that
 * cannot be written costs nobody the report: the UsageError comes after it.
 */
export async function deliver(
  { diagnoses, record }: Diagnosed,
  flags: Flags,
  { stderr, interrupts }: Host,
  print: (flags: Flags) => Promise<void>,
): Promise<void> {
  const { fixDir, ...withoutFixes } = flags;
  const unrecorded = await attempt(record);
  let written = false;
  const unfixed = await attempt(() => {
    written = fixDir !== undefined && writeFixes(diagnoses, fixDir, flags.fixFormat);
  });
  interrupts.release();
  await print(written ? flags : withoutFixes);
  const problem = unrecorded ?? unfixed;
  if (problem !== null) throw problem;
  if (fixDir !== undefined && !written) await say(stderr, `no fix changes a document, so ${fixDir} was not written`);
}

/** The UsageError that something ends with; null for none. */
async function attempt(doing: () => void | Promise<void>): Promise<UsageError | null> {
  try {
    await doing();
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}
