import { reportBug } from './bug-report.ts';
import { EXIT } from './exit-code.ts';
import { processHost } from './host.ts';
import { main } from './main.ts';

/** Runs the command line in this process, and ends it with the exit code once everything is written. */
export async function start(args: readonly string[]): Promise<void> {
  const host = processHost();
  const fail = (error: unknown) => {
    void reportBug(error, args, host).then(() => process.exit(EXIT.bug));
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const code = await main(args, host);
  // Connections that are kept alive, or a standard input that is not read, must not keep the process alive.
  process.exit(code);
}
