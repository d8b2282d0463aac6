import type { Schema } from '../../report/schema/parts.ts';
import { OPTION_WORDS, SNAPSHOT_SCOPES, USUAL_TIMEOUT } from '../command-line/option-words.ts';
import { ASSUMPTIONS } from '../given/assumptions.ts';
import type { ToolArguments, ToolName } from './tool-call.ts';

type Fields = Readonly<Partial<Record<keyof ToolArguments, Schema>>>;

const word = (description: string): Schema => ({ type: 'string', minLength: 1, description });
const yes = (description: string): Schema => ({ type: 'boolean', description });
const policy = (description: string): Schema => ({ type: 'object', description: `${description}, as JSON` });
const words = (description: string): Schema => ({
  type: 'array',
  items: { type: 'string', minLength: 1 },
  description,
});

const REQUEST: Fields = {
  service: word(OPTION_WORDS.service),
  context: {
    type: 'object',
    additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    description: 'condition keys of the request with their values, such as {"aws:SourceIp": "203.0.113.7"}',
  },
  noContext: words('condition keys that were not in the request'),
  externalId: word(OPTION_WORDS.externalId),
  sessionPolicy: {
    anyOf: [{ type: 'object' }, { type: 'string', pattern: '^arn:' }],
    description: `${OPTION_WORDS.sessionPolicy}, as JSON, or its ARN`,
  },
  resourcePolicy: policy(OPTION_WORDS.resourcePolicy),
  scp: policy(OPTION_WORDS.scp),
  rcp: policy(OPTION_WORDS.rcp),
  endpointPolicy: policy(OPTION_WORDS.endpointPolicy),
  assume: {
    type: 'array',
    items: { enum: [...ASSUMPTIONS] },
    description: 'what to take for granted',
  },
};

const READING: Fields = {
  snapshot: words(
    'paths of files that denytrace --record or aws iam get-account-authorization-details wrote: read instead of AWS',
  ),
  snapshotScope: {
    enum: [...SNAPSHOT_SCOPES],
    description: OPTION_WORDS.snapshotScope,
  },
  live: yes('with snapshot: read from AWS what the snapshots lack'),
  noAws: yes('use only what is passed, not AWS'),
  profile: word(OPTION_WORDS.profile),
  accountProfile: {
    type: 'object',
    propertyNames: { pattern: '^[0-9]{12}$' },
    additionalProperties: { type: 'string', minLength: 1 },
    description: `${OPTION_WORDS.accountProfile}, by its id, such as {"444455556666": "prod"}`,
  },
  orgProfile: word(OPTION_WORDS.orgProfile),
  findProfiles: yes(OPTION_WORDS.findProfiles),
  region: word(OPTION_WORDS.region),
  timeout: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 300,
    description: `stop reading after so many seconds (${USUAL_TIMEOUT})`,
  },
};

/** The arguments of each tool, with those that it needs. They are the options of the command, written in camelCase. */
const FIELDS: Readonly<
  Record<ToolName, { readonly fields: Fields; readonly required: readonly (keyof ToolArguments)[] }>
> = {
  diagnose: {
    fields: {
      text: word('the error as it was printed: a line, a stack trace, or a whole log'),
      caller: word(`${OPTION_WORDS.caller}, if the text does not name it`),
      action: word(`${OPTION_WORDS.action}, if the text does not name it`),
      resource: word(`${OPTION_WORDS.resource}, if the text does not name it`),
      ...REQUEST,
      ...READING,
      all: yes('report every denial in the text report, not only the first five; the structured result always has all'),
    },
    required: ['text'],
  },
  can: {
    fields: {
      principal: word(
        'ARN of a user, role or session; a service such as lambda.amazonaws.com; anonymous; or me for the current identity',
      ),
      action: word('such as sts:AssumeRole'),
      resource: word(OPTION_WORDS.resource),
      ...REQUEST,
      ...READING,
    },
    required: ['principal', 'action'],
  },
  explain: {
    fields: {
      cause: word(
        'an id such as trust.near-miss, or words to search for, such as mfa; without it, all causes are listed',
      ),
    },
    required: [],
  },
};

/** The JSON Schema of a tool's arguments. `fixed`: those that the user has set for every call, which a client cannot set. */
export function inputSchema(tool: ToolName, fixed: readonly string[]): Schema & { readonly type: 'object' } {
  const { fields, required } = FIELDS[tool];
  const open = Object.entries(fields).filter(([name]) => !fixed.includes(name));
  return { type: 'object', properties: Object.fromEntries(open), required, additionalProperties: false };
}
