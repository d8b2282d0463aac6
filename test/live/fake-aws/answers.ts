import { NormalizedSchema } from '@smithy/core/schema';
import type { CallEntry } from '../../../src/gather/calls/call-entry.ts';
import { CALLS, type CallName } from '../../../src/gather/calls/table.ts';
import { loadSdk } from '../../../src/gather/live/clients/sdk-client.ts';

export const ACCOUNT = '111122223333';

type Model = Parameters<typeof NormalizedSchema.of>[0];

/** How the SDK describes an operation; last come the input and the answer. */
type OperationModel = readonly [unknown, unknown, unknown, unknown, Model, Model];

interface Example {
  readonly input: Readonly<Record<string, string>>;
  readonly output: Readonly<Record<string, unknown>>;
}

/** Answers that must say something in particular. */
const PARTICULAR: { readonly [Name in CallName]?: Example['output'] } = {
  'sts:GetCallerIdentity': {
    Arn: `arn:aws:iam::${ACCOUNT}:user/ana`,
    UserId: 'AIDAEXAMPLEEXAMPLE01',
    Account: ACCOUNT,
  },
};

/** Reads the SDK's model of its services, so that a call has an example as soon as it is in the table. */
const EXAMPLES: ReadonlyMap<string, Example> = new Map(
  await Promise.all((Object.keys(CALLS) as CallName[]).map(async (call) => [call, await makeExample(call)] as const)), // the table's own keys
);

/** For every call of the table: an input, and what AWS answers if all is well. */
export function exampleOf(call: string): Example {
  const example = EXAMPLES.get(call);
  if (example === undefined) throw new Error(`${call} is not in the table of calls`);
  return example;
}

async function makeExample(call: CallName): Promise<Example> {
  const { about, list }: CallEntry = CALLS[call];
  const fields = about === undefined ? [] : [about.name, about.part ?? about.name];
  const input = Object.fromEntries(fields.map((field) => [field, 'abc123']));
  const output = 'get' in CALLS[call] ? { [list ?? 'field']: [{ field: 'text' }] } : await sdkAnswer(call);
  return { input, output: PARTICULAR[call] ?? output };
}

/** The answer by the SDK's model of the operation: a text for a text, one element for a list, and no next page. */
async function sdkAnswer(call: CallName): Promise<Example['output']> {
  const [service, operation] = call.split(':') as ['sts' | 'iam' | 'organizations', string]; // of an SDK call
  const { exports } = await loadSdk(service);
  const [, , , , , output] = exports[`${operation}$`] as OperationModel; // how the SDK exports its models
  const answer = sample(NormalizedSchema.of(output), 0) as Example['output']; // an answer is a structure
  const { paging }: CallEntry = CALLS[call];
  return Object.fromEntries(Object.entries(answer).filter(([field]) => field !== paging?.tokenOut));
}

function sample(schema: NormalizedSchema, depth: number): unknown {
  if (schema.isStructSchema())
    return Object.fromEntries(
      [...schema.structIterator()]
        .filter(([, member]) => !member.isTimestampSchema() && (depth < 4 || member.isStringSchema()))
        .map(([name, member]) => [name, sample(member, depth + 1)]),
    );
  if (schema.isListSchema()) return [sample(schema.getValueSchema(), depth + 1)];
  if (schema.isBooleanSchema()) return false;
  if (schema.isNumericSchema()) return 1;
  return 'text';
}
