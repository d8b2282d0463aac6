import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { listOf, object, type Schema, text, texts } from '../../report/schema/parts.ts';
import { DIAGNOSIS_SCHEMA } from '../../report/schema.ts';
import { inputSchema } from './input-schemas.ts';
import type { ToolName } from './tool-call.ts';

const EXPLANATIONS: Schema = object({
  causes: listOf(object({ id: text, what: text, 'why?': text, 'fix?': text, 'links?': texts })),
});

interface About {
  readonly title: string;
  readonly description: string;
  readonly output: Schema;
  /** True for what may ask AWS. */
  readonly asksAws: boolean;
}

const ABOUT: Readonly<Record<ToolName, About>> = {
  diagnose: {
    title: 'Explain an AWS AccessDenied',
    description:
      'Explains why AWS denied a request, from the error text: the policy statement that denied it, the smallest change that fixes it ' +
      '(evaluated before it is shown), who can make it, and what could not be read. Reads IAM and Organizations with the credentials of ' +
      'the machine unless noAws or snapshot is given. Changes nothing.',
    output: DIAGNOSIS_SCHEMA,
    asksAws: true,
  },
  can: {
    title: 'Check whether AWS would allow a request',
    description:
      'Says whether a principal may do an action on a resource, and if not, why and what would change it. Evaluates the policies that can ' +
      'be read; does not send the request. Use it to check a fix.',
    output: DIAGNOSIS_SCHEMA,
    asksAws: true,
  },
  explain: {
    title: 'Explain a cause',
    description:
      'Says what a cause that diagnose or can names means, why it happens and how to fix it; or finds causes by words.',
    output: EXPLANATIONS,
    asksAws: false,
  },
};

/** The names of the tools, in the order in which they are listed. */
export const TOOL_NAMES = Object.keys(ABOUT) as readonly ToolName[]; // the keys of the table

/** A tool as the protocol lists it. All of them only read. `fixed`: the arguments that a client cannot set. */
export function listedTool(name: ToolName, fixed: readonly string[]): Tool {
  const { title, description, output, asksAws } = ABOUT[name];
  return {
    name,
    title,
    description,
    inputSchema: inputSchema(name, fixed),
    outputSchema: { ...output, type: 'object' },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: asksAws },
  };
}
