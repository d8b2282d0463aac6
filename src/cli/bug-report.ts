import { removeSecrets } from '../model/secrets/remove-secrets.ts';
import { visible } from '../report/escape/visible.ts';
import type { Host } from './host.ts';
import { VERSION } from './version.ts';

/** Tells of a bug in denytrace, and how to report it; with the stack only where more was asked for. */
export async function reportBug(error: unknown, args: readonly string[], host: Host): Promise<void> {
  const verbose = args.some((arg) => arg === '-v' || arg === '--verbose');
  const message = error instanceof Error ? error.message : String(error);
  const stack = verbose && error instanceof Error && error.stack !== undefined ? error.stack.split('\n') : [];
  const lines = [
    `This is a bug in denytrace ${VERSION}: ${message}`,
    `Please report it where you have denytrace from, with the text that caused it, the options, and: Node ${process.version}, ${process.platform} ${process.arch}.`,
    '--record FILE --redact makes a file of the incident that can be shared.',
    ...(verbose ? [] : ['Run it again with -v, which shows where it happened, and add that.']),
    ...stack,
  ];
  const text = lines.map((line) => visible(removeSecrets(line))).join('\n');
  await host.stderr.write(`${text}\n`).catch(() => {});
}
