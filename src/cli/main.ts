import { visible } from '../report/escape/visible.ts';
import type { Request } from './command-line/flags.ts';
import { parseCommandLine } from './command-line/parse-command-line.ts';
import { EXIT } from './exit-code.ts';
import type { Host } from './host.ts';
import { write } from './output/write.ts';
import { UsageError } from './usage-error.ts';

/** What a command may do to the process around it. */
export interface Process {
  /** From here on an interrupt is the business of the command that runs inside. */
  readonly ignoreInterrupts: () => void;
}

/** Runs a command line; the exit code. Wrong usage and unreadable input are told in one sentence; only bugs are thrown. */
export async function main(args: readonly string[], host: Host, process: Process): Promise<number> {
  try {
    return await run(parseCommandLine(args), host, process);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await write(host.stderr.stream, `denytrace: ${visible(error.message)}\n`).catch(() => {});
    return EXIT.usage;
  }
}

/** Each command is loaded when it is asked for. */
async function run(request: Request, host: Host, process: Process): Promise<number> {
  switch (request.command) {
    case 'print':
      await write(host.stdout.stream, request.text);
      return EXIT.fine;
    case 'diagnose': {
      const { diagnoseCommand } = await import('./commands/diagnose.ts');
      return diagnoseCommand(request, host);
    }
    case 'run': {
      const { runCommand } = await import('./commands/run.ts');
      return runCommand(request, host, process);
    }
    case 'can': {
      const { canCommand } = await import('./commands/can.ts');
      return canCommand(request, host);
    }
    case 'demo': {
      const { demoCommand } = await import('./commands/demo.ts');
      return demoCommand(request, host);
    }
    case 'explain': {
      const { explainCommand } = await import('./commands/explain.ts');
      return explainCommand(request, host);
    }
    case 'permissions': {
      const { permissionsCommand } = await import('./commands/permissions.ts');
      return permissionsCommand(request, host);
    }
  }
}
