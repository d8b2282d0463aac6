import { complete, SHELLS } from '../command-line/complete.ts';
import { SCRIPTS } from '../command-line/completion-scripts.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Prints the script that a shell reads, or what completes a command line: one candidate a line with its description behind a tab, and
 * `:files` where it may be the name of a file as well.
 */
export async function completionCommand(
  request: Extract<Request, { command: 'completion' }>,
  host: Host,
): Promise<number> {
  if (request.words === null) {
    const shell = SHELLS.find((one) => one === request.shell);
    if (shell === undefined)
      throw new UsageError(`there is no completion for ${request.shell}; there is one for ${SHELLS.join(', ')}`);
    await host.stdout.write(SCRIPTS[shell]);
    return EXIT.fine;
  }
  const { candidates, files } = complete(request.words);
  const lines = candidates.map(({ value, description }) => `${value}\t${description}`);
  await host.stdout.write([...(files ? [':files'] : []), ...lines].map((line) => `${line}\n`).join(''));
  return EXIT.fine;
}
