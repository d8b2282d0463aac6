import type { Schema } from '../../report/schema/parts.ts';
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
  service: word('the service that a role is passed to, such as lambda.amazonaws.com'),
  context: {
    type: 'object',
    additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    description: 'condition keys of the request with their values, such as {"aws:SourceIp": "203.0.113.7"}',
  },
  noContext: words('condition keys that were not in the request'),
  externalId: word('the ExternalId that was sent'),
  sessionPolicy: {
    anyOf: [{ type: 'object' }, { type: 'string', pattern: '^arn:' }],
    description: 'the policy that the session was made with, as JSON, or its ARN',
  },
  resourcePolicy: policy("the resource's own policy"),
  scp: policy('a service control policy'),
  rcp: policy('a resource control policy'),
  endpointPolicy: policy('the policy of the VPC endpoint'),
  assume: {
    type: 'array',
    items: { enum: ['session=none', 'endpoint=none', 'scp=allow', 'rcp=allow'] },
    description: 'what to take for granted',
  },
};

const READING: Fields = {
  snapshot: words(
    'paths of files that denytrace --record or aws iam get-account-authorization-details wrote: read instead of AWS',
  ),
  snapshotScope: {
    enum: ['account', 'request'],
    description: 'what a get-account-authorization-details file covers: all of the account, or part of it',
  },
  live: yes('with snapshot: read from AWS what the snapshots lack'),
  noAws: yes('use only what is passed, not AWS'),
  profile: word('profile of the AWS config to read with'),
  accountProfile: {
    type: 'object',
    propertyNames: { pattern: '^[0-9]{12}$' },
    additionalProperties: { type: 'string', minLength: 1 },
    description: 'profile for one account, by its id, such as {"444455556666": "prod"}',
  },
  orgProfile: word('profile of the management or a delegated administrator account of the organization'),
  findProfiles: yes('use a profile of the AWS config for its account, if exactly one belongs to it'),
  region: word('region to ask'),
  timeout: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 300,
    description: 'stop reading after so many seconds (20)',
  },
};

const RESOURCE = word('ARN of the resource');

/** The arguments of each tool, with those that it needs. They are the options of the command, written in camelCase. */
const FIELDS: Readonly<
  Record<ToolName, { readonly fields: Fields; readonly required: readonly (keyof ToolArguments)[] }>
> = {
  diagnose: {
    fields: {
      text: word('the error as it was printed: a line, a stack trace, or a whole log'),
      caller: word('ARN of the caller, if the text does not name it'),
      action: word('action that was denied, such as sts:AssumeRole, if the text does not name it'),
      resource: word('ARN of the resource, if the text does not name it'),
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
      resource: RESOURCE,
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
