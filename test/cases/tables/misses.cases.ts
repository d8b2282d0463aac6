import type { CauseId } from '../../../src/causes/registry.ts';
import type { UserOptions } from '../../../src/model/question.ts';
import type { CauseCase } from './cause-case.ts';
import { type Asked, blind, only, queue, sideOf } from './place.ts';
import { EVERYTHING, type PolicyParts, ROLE } from './policy-world.ts';
import { AWAY, HOME, type Json } from './world.ts';

/** An Allow that misses the request by one detail. */
interface MissRow {
  readonly cause: string;
  readonly asked?: Asked;
  /** What differs from a statement that fits. */
  readonly wrong: Json;
  readonly at: string;
  readonly given?: Partial<UserOptions>;
  readonly parts?: PolicyParts;
  /** Where AWS documents no answer, it is likely only. */
  readonly likely?: true;
}

const OBJECT: Asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/may.csv' };
const INDEX: Asked = {
  action: 'dynamodb:Query',
  resource: `arn:aws:dynamodb:eu-west-1:${HOME}:table/orders/index/by-day`,
};
const SECRET: Asked = {
  action: 'secretsmanager:GetSecretValue',
  resource: `arn:aws:secretsmanager:eu-west-1:${HOME}:secret:db/main-a1B2c3`,
};
const KEY: Asked = {
  action: 'kms:Decrypt',
  resource: `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
};
const GET_ROLE: Asked = { action: 'iam:GetRole', resource: `arn:aws:iam::${HOME}:role/teams/reader` };
const REGION: Partial<UserOptions> = { context: { 'aws:RequestedRegion': 'eu-west-1' } };
const sqs = (account: string, name: string, region = 'eu-west-1', partition = 'aws') =>
  `arn:${partition}:sqs:${region}:${account}:${name}`;

const RESOURCE_ROWS: readonly MissRow[] = [
  { cause: 'partition', wrong: { Resource: sqs(HOME, 'orders', 'eu-west-1', 'aws-cn') }, at: '/Resource' },
  { cause: 'account', wrong: { Resource: ['arn:aws:s3:::x', sqs('555566667777', 'orders')] }, at: '/Resource/1' },
  { cause: 'arn-region', wrong: { Resource: sqs(HOME, 'orders', 'us-east-1') }, at: '/Resource' },
  { cause: 'path', asked: GET_ROLE, wrong: { Resource: `arn:aws:iam::${HOME}:role/reader` }, at: '/Resource' },
  { cause: 'case', wrong: { Resource: sqs(HOME, 'Orders') }, at: '/Resource' },
  { cause: 'wildcard', wrong: { Resource: sqs(HOME, 'app-*') }, at: '/Resource' },
  { cause: 'bucket-vs-object', asked: OBJECT, wrong: { Resource: 'arn:aws:s3:::reports' }, at: '/Resource' },
  { cause: 'contained', asked: INDEX, wrong: { Resource: INDEX.resource.replace(/\/index.*/, '') }, at: '/Resource' },
  { cause: 'secret-suffix', asked: SECRET, wrong: { Resource: SECRET.resource.slice(0, -7) }, at: '/Resource' },
  {
    cause: 'key-alias',
    asked: KEY,
    wrong: { Resource: `arn:aws:kms:eu-west-1:${HOME}:alias/data` },
    at: '/Resource',
    // The key policy leaves it to the account.
    parts: {
      resources: {
        [KEY.resource]: [
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'kms:*', Resource: '*' },
        ],
      },
    },
  },
  {
    cause: 'session-arn',
    asked: GET_ROLE,
    wrong: { Resource: `arn:aws:sts::${HOME}:assumed-role/reader/*` },
    at: '/Resource',
  },
  {
    cause: 'resource-type',
    asked: GET_ROLE,
    wrong: { Resource: `arn:aws:iam::${HOME}:user/teams/reader` },
    at: '/Resource',
  },
  { cause: 'not-an-arn', wrong: { Resource: 'orders' }, at: '/Resource' },
  { cause: 'characters', wrong: { Resource: sqs(HOME, 'ord\u200bers') }, at: '/Resource' },
];

const ACTION_ROWS: readonly MissRow[] = [
  { cause: 'unknown-action', wrong: { Action: ['sqs:GetQueueUrl', 'sqs:SendMessages'] }, at: '/Action/1' },
  {
    cause: 'api-name',
    asked: { action: 's3:ListBucket', resource: 'arn:aws:s3:::reports' },
    wrong: { Action: 's3:ListObjectsV2' },
    at: '/Action',
  },
  { cause: 'action-prefix', asked: OBJECT, wrong: { Action: 's3api:GetObject' }, at: '/Action' },
  {
    cause: 'needed-action',
    asked: { ...queue(), action: 'sqs:DeleteMessage' },
    wrong: { Action: 'sqs:ReceiveMessage' },
    at: '/Action',
  },
  { cause: 'left-out', wrong: { Action: undefined, NotAction: ['iam:*', 'sqs:*'], Resource: '*' }, at: '/NotAction/1' },
];

function conditionRow(
  cause: string,
  operator: string,
  key: string,
  value: unknown,
  given: Partial<UserOptions>,
): MissRow {
  return { cause, wrong: { Condition: { [operator]: { [key]: value } } }, at: `/Condition/${operator}/${key}`, given };
}

const CONDITION_ROWS: readonly MissRow[] = [
  conditionRow('literal-pattern', 'StringEquals', 'aws:RequestedRegion', 'eu-*', REGION),
  conditionRow('list-in-text', 'StringEquals', 'aws:RequestedRegion', 'eu-west-1,eu-central-1', REGION),
  {
    ...conditionRow('multivalued-key', 'StringEquals', 'aws:TagKeys', 'team', { context: { 'aws:TagKeys': ['team'] } }),
    asked: { ...queue(), action: 'sqs:CreateQueue' },
    likely: true,
  },
  conditionRow('condition-key', 'StringEquals', 'aws:RequestedRegions', 'eu-west-1', {
    ...REGION,
    missing: ['aws:RequestedRegions'],
  }),
];

const PRINCIPAL_ROWS: readonly MissRow[] = [
  {
    cause: 'partition',
    wrong: { Principal: { AWS: ROLE.replace('arn:aws:', 'arn:aws-us-gov:') } },
    at: '/Principal/AWS',
  },
  { cause: 'account', wrong: { Principal: { AWS: ['555566667777'] } }, at: '/Principal/AWS/0' },
  { cause: 'path', wrong: { Principal: { AWS: ROLE } }, at: '/Principal/AWS', parts: { callerPath: '/teams/' } },
  { cause: 'wildcard', wrong: { Principal: { AWS: ROLE.replace('deployer', '*') } }, at: '/Principal/AWS' },
  {
    cause: 'session-arn',
    wrong: { Principal: { AWS: `arn:aws:sts::${HOME}:assumed-role/ci-deployer/build-76` } },
    at: '/Principal/AWS',
  },
  { cause: 'stale-principal', wrong: { Principal: { AWS: 'AROADELETEDROLE01AB' } }, at: '/Principal/AWS' },
  { cause: 'principal-key', wrong: { Principal: { Federated: ROLE } }, at: '/Principal/Federated' },
];

const ROWS = [...RESOURCE_ROWS, ...ACTION_ROWS, ...CONDITION_ROWS];

/** The rows of each layer; the registry's test tells of causes that have none. */
const LAYERS = {
  identity: ROWS,
  boundary: pick('account path wildcard bucket-vs-object unknown-action left-out literal-pattern'),
  session: pick('wildcard bucket-vs-object contained unknown-action'),
  scp: pick('unknown-action api-name wildcard left-out'),
  resource: [
    ...PRINCIPAL_ROWS,
    ...pick('case bucket-vs-object contained not-an-arn characters unknown-action api-name needed-action'),
    ...pick('literal-pattern list-in-text multivalued-key'),
  ],
  endpoint: pick('account wildcard bucket-vs-object'),
} as const satisfies Record<string, readonly MissRow[]>;

function pick(causes: string): readonly MissRow[] {
  return causes.split(' ').flatMap((cause) => ROWS.filter((row) => row.cause === cause));
}

function missCase(layer: keyof typeof LAYERS, row: MissRow): CauseCase {
  const asked = sideOf(layer, row.asked ?? queue());
  const principal =
    layer === 'resource' ? { Principal: { AWS: ROLE } } : layer === 'endpoint' ? { Principal: '*' } : {};
  const fitting = { Effect: 'Allow', Action: asked.action, Resource: asked.resource, ...principal };
  const own = layer === 'resource' || asked.resource.startsWith('arn:aws:s3:') ? {} : { resources: {} };
  const more = { ...(row.given && { given: row.given }), parts: { ...own, ...row.parts } };
  const wrong = 'Resource' in row.wrong && layer === 'resource' ? inOtherAccount(row.wrong) : row.wrong;
  return {
    cause: `${layer}.${row.cause}` as CauseId, // the table's own words; the registry's test tells what it lacks
    ...('Principal' in row.wrong ? { name: 'of the principal' } : {}),
    is: only(layer, [EVERYTHING_ELSE[layer], { ...fitting, ...wrong }], asked, more),
    rung: row.likely ? 'likely' : 'evaluated',
    pointer: `/Statement/1${row.at}`,
    check: 'allowed',
    isNot: only(layer, [{ ...fitting, ...(layer === 'resource' ? {} : EVERYTHING) }], asked, {
      ...(row.given && { given: row.given }),
    }),
    unknown: blind(asked),
  };
}

/** The resource's side is the other account's. */
function inOtherAccount(statement: Json): Json {
  return { ...statement, Resource: String(statement['Resource']).replace(`:${HOME}:`, `:${AWAY}:`) };
}

const REPORTS = { Effect: 'Allow', Action: 'sns:ListTopics', Resource: '*' };

/** A statement that has nothing to do with it. */
const EVERYTHING_ELSE = {
  identity: REPORTS,
  boundary: REPORTS,
  session: REPORTS,
  scp: REPORTS,
  resource: { ...REPORTS, Principal: { Service: 'sns.amazonaws.com' } },
  endpoint: { ...REPORTS, Principal: '*' },
} as const satisfies Record<keyof typeof LAYERS, Json>;

/** Near misses, in every layer that has a cause for them. */
export const missCases: readonly CauseCase[] = Object.entries(LAYERS).flatMap(
  ([layer, rows]) => rows.map((row) => missCase(layer as keyof typeof LAYERS, row)), // the keys of the object
);
