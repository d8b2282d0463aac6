import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { createDenialScanner, type DenialScanner } from '../../parse/denial-scanner.ts';
import type { CommandEnd } from '../exit-code.ts';
import type { Host } from '../host.ts';
import type { Output } from '../output/output.ts';
import { type FoundText, foundText } from '../text/found-text.ts';
import { codeOf, UsageError } from '../usage-error.ts';
import { forwardSignals } from './forward-signals.ts';

/** How a command ended, and what each of its streams held. */
export interface Watched {
  readonly end:
    | Exclude<CommandEnd, { kind: 'not-started' }>
    | { readonly kind: 'not-started'; readonly code: string; readonly error: unknown };
  readonly stdout: FoundText;
  readonly stderr: FoundText;
}

/**
 * Runs a command with our standard input; every byte that it writes goes on as it comes, each stream to its own.
 * The command stays in our process group, so that the terminal's keys reach it as if it had been started by hand.
 */
export async function watchCommand([command = '', ...args]: readonly string[], host: Host): Promise<Watched> {
  if (command === '') throw new UsageError('there is no command to run');
  const scanners = { stdout: createDenialScanner(), stderr: createDenialScanner() };
  // Only here: it takes longer to load than most commands take.
  const [{ spawn }, { constants }] = await Promise.all([import('node:child_process'), import('node:os')]);
  const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'pipe'] });
  const isOnTerminal = host.stdin.isTerminal || host.stdout.isTerminal || host.stderr.isTerminal;
  const stopForwarding = forwardSignals(child, isOnTerminal);
  passOn(child.stdout, host.stdout, scanners.stdout);
  passOn(child.stderr, host.stderr, scanners.stderr);
  const end = await ended(child, constants.signals);
  stopForwarding();
  return { end, stdout: foundText(scanners.stdout.end()), stderr: foundText(scanners.stderr.end()) };
}

/** Bytes go on as fast as our own stream takes them; once its reader is gone, the command is told so by its own pipe. */
function passOn(from: Readable, { stream }: Output, scanner: DenialScanner): void {
  from.on('data', (chunk: Buffer) => {
    scanner.push(chunk);
    if (stream.destroyed) from.destroy();
    else if (!stream.write(chunk)) {
      from.pause();
      stream.once('drain', () => from.resume());
    }
  });
  stream.once('error', () => from.destroy());
}

/** Resolves when the command has ended and everything it wrote has come. */
function ended(child: ChildProcess, numbers: Readonly<Record<NodeJS.Signals, number>>): Promise<Watched['end']> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      if (child.pid === undefined) resolve({ kind: 'not-started', code: codeOf(error) ?? '', error });
    });
    child.once('close', (code, signal) => {
      if (child.pid === undefined) return;
      if (signal !== null) resolve({ kind: 'signalled', signal: numbers[signal] });
      else resolve({ kind: 'exited', code: code ?? 0 });
    });
  });
}
