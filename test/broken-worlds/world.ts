/** A policy document that the faults may edit. */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: unknown;
  Action?: string | string[];
  NotAction?: string | string[];
  NotResource?: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}
export interface Document {
  Version: '2012-10-17';
  Statement: Statement[];
}

/** What a sound world is made of. */
export interface Shape {
  readonly ask: 'assume' | 'pass' | 'queue';
  readonly caller: 'user' | 'session';
  readonly cross: boolean;
  readonly grant: 'inline' | 'managed' | 'group';
  readonly boundary: boolean;
  /** OUs between root and account. */
  readonly depth: number;
  readonly path: '/' | '/teams/red/';
  readonly trusts: 'caller' | 'account';
  readonly noise: number;
}

/** A world in which the request is allowed: every document that takes part, by its place. */
export interface World {
  readonly shape: Shape;
  identity: Document;
  boundary: Document | null;
  /** root → account: documents beside FullAWSAccess; `full` says whether that is attached. */
  scps: { id: string; full: boolean; extra: Document | null }[];
  rcp: Document | null;
  /** Trust policy, or queue policy; null where the resource has none. */
  resource: Document | null;
  roleExists: boolean;
  /** Newer than the default version of the managed policy. */
  newest: Document | null;
  given: { missing: string[]; service?: string; context?: Record<string, readonly string[]> };
}

export const CALLER_ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '444455556666';
export const ORGANIZATION = 'o-exampleorg1';
export const CALLER_ROLE_ID = 'AROACALLERCALLER1';
export const CALLER_USER_ID = 'AIDACALLERCALLER1';

export function resourceAccount({ cross }: Shape): string {
  return cross ? OTHER_ACCOUNT : CALLER_ACCOUNT;
}

/** The caller's user or role. */
export function callerEntity({ caller, path }: Shape): string {
  return `arn:aws:iam::${CALLER_ACCOUNT}:${caller === 'user' ? 'user' : 'role'}${path}build`;
}

/** The caller as the error text names it. */
export function callerArn(shape: Shape): string {
  return shape.caller === 'user' ? callerEntity(shape) : `arn:aws:sts::${CALLER_ACCOUNT}:assumed-role/build/run-7`;
}

export function actionOf({ ask }: Shape): string {
  return { assume: 'sts:AssumeRole', pass: 'iam:PassRole', queue: 'sqs:SendMessage' }[ask];
}

export function resourceArn(shape: Shape): string {
  const account = resourceAccount(shape);
  return shape.ask === 'queue'
    ? `arn:aws:sqs:eu-west-1:${account}:orders`
    : `arn:aws:iam::${account}:role${shape.path}deploy-target`;
}

/** A world that allows its request, with unrelated statements around what matters. */
export function soundWorld(shape: Shape): World {
  return {
    shape,
    identity: document(...noise(shape.noise), allow(actionOf(shape), resourceArn(shape))),
    boundary: shape.boundary ? document(...noise(1), allow(['sts:*', 'iam:*', 'sqs:*', 's3:*'], '*')) : null,
    scps: [
      'r-root',
      ...Array.from({ length: shape.depth }, (_, index) => `ou-root-${'abcd'[index]}0000000`),
      CALLER_ACCOUNT,
    ].map((id) => ({ id, full: true, extra: null })),
    rcp: null,
    resource: soundResource(shape),
    roleExists: true,
    newest: null,
    given: shape.ask === 'pass' ? { missing: [], service: 'lambda.amazonaws.com' } : { missing: [] },
  };
}

function soundResource(shape: Shape): Document | null {
  const caller = shape.trusts === 'caller' ? callerEntity(shape) : `arn:aws:iam::${CALLER_ACCOUNT}:root`;
  switch (shape.ask) {
    case 'assume':
      return document(
        { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
        { Effect: 'Allow', Principal: { AWS: caller }, Action: 'sts:AssumeRole' },
      );
    case 'pass':
      return document({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
    case 'queue':
      return shape.cross
        ? document({
            Effect: 'Allow',
            Principal: { AWS: caller },
            Action: 'sqs:SendMessage',
            Resource: resourceArn(shape),
          })
        : null;
  }
}

export function document(...statements: Statement[]): Document {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(action: string | string[], resource: string): Statement {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

export function deny(action: string, resource: string): Statement {
  return { Sid: 'Guardrail', Effect: 'Deny', Action: action, Resource: resource };
}

function noise(count: number): Statement[] {
  const statements: Statement[] = [
    { Sid: 'ReadLogs', Effect: 'Allow', Action: ['logs:Get*', 'logs:Describe*'], Resource: '*' },
    { Sid: 'NoBilling', Effect: 'Deny', Action: 'aws-portal:*', Resource: '*' },
    { Sid: 'Artifacts', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::artifacts/*' },
  ];
  return statements.slice(0, count);
}
