import type { CauseId } from '../../../src/causes/registry.ts';
import type { CauseCase } from './cause-case.ts';
import { blind, denying, denyPointer, queue, sideOf } from './place.ts';
import { HOME, type Json } from './world.ts';

/** A shape of a Deny: one that hits, and one that does not. */
interface DenyRow {
  readonly shape: string;
  readonly hit: Json;
  readonly missed: Json;
  readonly at: string;
  readonly check?: CauseCase['check'];
}

const TEAM = `arn:aws:iam::${HOME}:role/`;
const ELSEWHERE = 'arn:aws:sqs:eu-west-1:999988887777:*';

function exempting(role: string): Json {
  return { Action: '*', Resource: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': [`${TEAM}ops`, role] } } };
}

const ROWS: readonly DenyRow[] = [
  {
    shape: 'deny-all',
    hit: { Action: '*', Resource: '*' },
    missed: { Action: ['*'], Resource: ELSEWHERE },
    at: '',
    check: 'open',
  },
  {
    shape: 'near-exemption',
    hit: exempting(`${TEAM}CI-deployer`),
    missed: exempting(`${TEAM}ci-*`),
    at: '/Condition/ArnNotLike/aws:PrincipalArn/1',
  },
  {
    shape: 'not-action-deny',
    hit: { NotAction: ['sns:*', 'sqs:SendMessages'], Resource: '*' },
    missed: { NotAction: ['sns:*', 'sqs:*'], Resource: '*' },
    at: '/NotAction/1',
  },
  {
    shape: 'not-resource-deny',
    hit: { Action: 'sqs:*', NotResource: ['arn:aws:sqs:eu-west-1:*:order'] },
    missed: { Action: 'sqs:*', NotResource: ['arn:aws:sqs:eu-west-1:*:orders'] },
    at: '/NotResource/0',
  },
  {
    shape: 'explicit-deny',
    hit: { Action: 'sqs:SendMessage', Resource: '*' },
    missed: { Action: 'sqs:DeleteMessage', Resource: '*' },
    at: '',
  },
];

const LAYERS = {
  identity: ROWS,
  boundary: ROWS,
  session: ROWS.filter(({ shape }) => shape !== 'deny-all' && shape !== 'near-exemption'),
  scp: ROWS,
  rcp: ROWS,
  resource: ROWS,
  endpoint: ROWS.filter(({ shape }) => shape !== 'deny-all'),
} as const satisfies Record<string, readonly DenyRow[]>;

function denyCase(layer: keyof typeof LAYERS, row: DenyRow): CauseCase {
  const asked = sideOf(layer, queue());
  return {
    cause: `${layer}.${row.shape}` as CauseId, // the table's own words; the registry's test tells what it lacks
    is: denying(layer, row.hit, asked),
    rung: 'evaluated',
    pointer: `${denyPointer(layer)}${row.at}`,
    check: row.check ?? 'allowed',
    isNot: denying(layer, row.missed, asked),
    unknown: blind(asked),
  };
}

/** Denies by their shape, in every layer that has a cause for them. */
export const denyCases: readonly CauseCase[] = Object.entries(LAYERS).flatMap(
  ([layer, rows]) => rows.map((row) => denyCase(layer as keyof typeof LAYERS, row)), // the keys of the object
);
