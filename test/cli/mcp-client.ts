import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { BARE_ENV, BIN } from './run-bin.ts';

/** What a tool answered: its text, whether that is an error, and the same as data. */
interface Answered {
  readonly text: string;
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the output schema was checked by the client
  readonly data: any;
}

/** A client of the SDK's own, with the built program as its server. */
export interface Connected {
  readonly client: Client;
  readonly call: (name: string, args?: Readonly<Record<string, unknown>>) => Promise<Answered>;
  /** What the server wrote to standard error. */
  readonly stderr: () => string;
  readonly close: () => Promise<void>;
}

/** Connects to `denytrace mcp` with these options. The client checks every structured result against the schema of its tool. */
export async function connect(
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Connected> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BIN, 'mcp', ...options],
    env: { ...BARE_ENV, ...env },
    stderr: 'pipe',
  });
  let stderr = '';
  transport.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const client = new Client({ name: 'test', version: '1' });
  // Whatever else the server prints on standard output is no message.
  const wrong: Error[] = [];
  client.onerror = (error) => wrong.push(error);
  await client.connect(transport);
  await client.listTools();
  return {
    client,
    async call(name, args = {}) {
      const result = await client.callTool({ name, arguments: args }, CallToolResultSchema);
      const { content, isError = false, structuredContent } = CallToolResultSchema.parse(result);
      if (wrong.length > 0) throw wrong[0];
      return {
        text: content.map((part) => (part.type === 'text' ? part.text : '')).join(''),
        isError,
        data: structuredContent,
      };
    },
    stderr: () => stderr,
    close: () => client.close(),
  };
}
