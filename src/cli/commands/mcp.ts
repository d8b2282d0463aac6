import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import { visible } from '../../report/escape/visible.ts';
import type { Flags, Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { answerCall } from '../mcp/answer-call.ts';
import { fixedArguments } from '../mcp/call-flags.ts';
import type { CallTool } from '../mcp/tool-call.ts';
import { say } from '../output/say.ts';
import { openSnapshots } from '../reading/snapshots.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

/** Serves the Model Context Protocol until its input ends. Standard output has the protocol, and nothing else. */
export async function mcpCommand({ flags }: Extract<Request, { command: 'mcp' }>, host: Host): Promise<number> {
  // What cannot be used is said now, not at the first call.
  openSnapshots(flags);
  if (host.stdin.isTerminal)
    await say(host.stderr, 'waiting for a client of the Model Context Protocol on standard input; Ctrl-D ends it');
  const { serve } = await import('../mcp/mcp-server.ts');
  await serve({
    version: VERSION,
    stdin: host.stdin.stream,
    stdout: host.stdout.stream,
    signal: host.interrupts.signal,
    call: callerOf(flags, host),
    fixed: fixedArguments(flags),
    onProblem: (problem) => void say(host.stderr, `not a message of the protocol: ${problem}`).catch(() => {}),
  });
  return EXIT.fine;
}

function callerOf(flags: Flags, host: Host): CallTool {
  return async (name, args, signal) => {
    try {
      return await answerCall(name, args, signal, flags, host);
    } catch (error) {
      return { problem: visible(removeSecrets(sentenceOf(error))) };
    }
  };
}

/** A bug in one call leaves the server for the others. */
function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  return `this is a bug in denytrace ${VERSION}: ${error instanceof Error ? error.message : String(error)}`;
}
