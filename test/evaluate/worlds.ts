import { evaluate } from '../../src/evaluate/evaluate.ts';
import type {
  Evaluation,
  EvaluationPolicies,
  EvaluationRequest,
  LayerEvaluation,
  StatementResult,
} from '../../src/model/evaluation.ts';
import type { Layer } from '../../src/model/layer.ts';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';

/** One caller of every kind, all of the first account where they have one. */
export const CALLERS = {
  user: {
    principal: `arn:aws:iam::${ACCOUNT}:user/anna`,
    context: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/anna`, 'aws:userid': 'AIDAANNAANNAANNA1' },
  },
  session: {
    principal: `arn:aws:sts::${ACCOUNT}:assumed-role/build/run-7`,
    context: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/build`, 'aws:userid': 'AROABUILDBUILDBU1:run-7' },
  },
  'federated-user': {
    principal: `arn:aws:sts::${ACCOUNT}:federated-user/anna`,
    context: { 'aws:PrincipalArn': `arn:aws:sts::${ACCOUNT}:federated-user/anna`, 'aws:userid': `${ACCOUNT}:anna` },
  },
  root: {
    principal: `arn:aws:iam::${ACCOUNT}:root`,
    context: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:root`, 'aws:userid': ACCOUNT },
  },
  service: { principal: { service: 'lambda.amazonaws.com' }, context: {} },
  federated: {
    principal: { federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
    context: {},
  },
  anonymous: { principal: { anonymous: true }, context: {} },
} as const satisfies Record<string, Pick<EvaluationRequest, 'principal' | 'context'>>;

export type CallerKind = keyof typeof CALLERS;

/** A request by the user for an object of the same account, except for what is said otherwise. */
export function request(parts: Partial<EvaluationRequest> = {}): EvaluationRequest {
  return {
    ...CALLERS.user,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/q1.csv',
    resourceAccount: ACCOUNT,
    ...parts,
  };
}

/** Policies of which nothing limits and nothing allows, except for what is said otherwise. */
export function policies(parts: Partial<EvaluationPolicies> = {}): EvaluationPolicies {
  return { identity: [], resource: null, boundary: null, session: null, scps: null, rcps: null, ...parts };
}

/** A policy document with these statements. */
export function document(...statements: readonly object[]) {
  return { Version: '2012-10-17', Statement: statements };
}

export const ALLOW_ALL = document({ Effect: 'Allow', Action: '*', Resource: '*' });
export const ALLOW_OTHER = document({ Effect: 'Allow', Action: 'glue:*', Resource: '*' });
export const DENY_ALL = document({ Effect: 'Deny', Action: '*', Resource: '*' });

/** The same in the policy of a resource. */
export function allowing(principal: unknown, more: object = {}): object {
  return document({ Effect: 'Allow', Principal: principal, Action: '*', Resource: '*', ...more });
}

export function named(
  document: object | 'unreadable',
  name = 'policy',
): { name: string; document: object | 'unreadable' } {
  return { name, document };
}

/** What the evaluator says of one layer. */
export function layerOf({ layers }: Evaluation, layer: Layer): LayerEvaluation {
  const found = layers[layer];
  if (found === undefined) throw new Error(`no layer ${layer}`);
  return found;
}

/** What it says of one statement in an identity policy. */
export function identityStatement(
  statement: object,
  parts: Partial<EvaluationRequest> = {},
  version = '2012-10-17',
): StatementResult {
  const whole = { Effect: 'Allow', Action: '*', Resource: '*', ...statement };
  const policy = named({ Version: version, Statement: whole });
  return first(layerOf(evaluate(request(parts), policies({ identity: [policy] })), 'identity'));
}

/** What it says of one statement in the resource's policy. */
export function resourceStatement(
  statement: object,
  parts: Partial<EvaluationRequest> = {},
  more: Partial<EvaluationPolicies> = {},
): StatementResult {
  const whole = document({ Effect: 'Allow', Action: '*', Resource: '*', ...statement });
  return first(layerOf(evaluate(request(parts), policies({ ...more, resource: whole })), 'resource'));
}

export function first({ statements }: LayerEvaluation): StatementResult {
  const [statement] = statements;
  if (statement === undefined) throw new Error('no statement');
  return statement;
}
