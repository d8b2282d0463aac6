import type { Request } from './command-line/flags.ts';
import { parseCommandLine } from './command-line/parse-command-line.ts';
import { canCommand } from './commands/can.ts';
import { completionCommand } from './commands/completion.ts';
import { demoCommand } from './commands/demo.ts';
import { diagnoseCommand } from './commands/diagnose.ts';
import { explainCommand } from './commands/explain.ts';
import { mcpCommand } from './commands/mcp.ts';
import { permissionsCommand } from './commands/permissions.ts';
import { queryCommand } from './commands/query.ts';
import { runCommand } from './commands/run.ts';
import { EXIT } from './exit-code.ts';
import type { Host } from './host.ts';
import { say } from './output/say.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command line; the exit code. Wrong usage and unreadable input are told in one sentence; only bugs are thrown. A run that a signal
 * ended exits as a shell expects it; `run` always as its command did.
 */
export async function main(args: readonly string[], host: Host): Promise<number> {
  try {
    const request = parseCommandLine(args, helpWidth(host));
    const code = await run(request, host);
    return request.command === 'run' ? code : (host.interrupts.exitCode() ?? code);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await say(host.stderr, error.message).catch(() => {});
    return EXIT.usage;
  }
}

/** As wide as the terminal, but no wider than reads well. */
function helpWidth({ stdout }: Host): number {
  return Math.min(stdout.columns ?? 80, 100);
}

async function run(request: Request, host: Host): Promise<number> {
  switch (request.command) {
    case 'print':
      await host.stdout.write(request.text);
      return EXIT.fine;
    case 'diagnose':
      return diagnoseCommand(request, host);
    case 'run':
      return runCommand(request, host);
    case 'can':
      return canCommand(request, host);
    case 'demo':
      return demoCommand(request, host);
    case 'explain':
      return explainCommand(request, host);
    case 'permissions':
      return permissionsCommand(request, host);
    case 'query':
      return queryCommand(request, host);
    case 'mcp':
      return mcpCommand(request, host);
    case 'completion':
      return completionCommand(request, host);
  }
}
