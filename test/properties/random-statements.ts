import { randomCondition } from './random-conditions.ts';
import type { Tape } from './tape.ts';

/** What the statements of a world are about. */
export interface About {
  readonly action: string;
  readonly resource: string;
  /** Everything by which a policy can name the caller, the most exact first. */
  readonly callers: readonly [unknown, ...unknown[]];
}

type Elements = Record<string, unknown>;

/** Which layer a statement is for decides which elements it has. */
export type Place = 'identity' | 'resource' | 'trust' | 'rcp';

/** A policy that often lets the request through, with whatever else a policy may hold. */
export function randomPolicy(about: About, place: Place, tape: Tape): Elements {
  const statements = [...tape.several(2, () => randomStatement(about, place, tape)), granting(about, place, tape)];
  const version = tape.pick([{ Version: '2012-10-17' }, { Version: '2012-10-17' }, { Version: '2008-10-17' }, {}]);
  const [only] = statements;
  return { ...version, Statement: statements.length === 1 && tape.chance(20) ? only : statements };
}

/** A statement that allows the request, but for a condition now and then; sometimes any statement at all. */
function granting(about: About, place: Place, tape: Tape): Elements {
  if (tape.chance(25)) return randomStatement(about, place, tape);
  return {
    Effect: 'Allow',
    ...(place === 'identity' ? {} : { Principal: tape.pick(about.callers) }),
    Action: tape.pick([about.action, '*']),
    ...(place === 'trust' ? {} : { Resource: tape.pick([about.resource, '*']) }),
    ...(tape.chance(25) ? { Condition: randomCondition(tape) } : {}),
  };
}

function randomStatement(about: About, place: Place, tape: Tape): Elements {
  return {
    ...(tape.chance(30) ? { Sid: `Sid${tape.upTo(9)}` } : {}),
    Effect: tape.pick(['Allow', 'Deny', 'Deny', 'deny']),
    ...(place === 'identity' ? {} : randomPrincipal(about, tape)),
    ...randomAction(about.action, tape),
    ...(place === 'trust' && !tape.chance(5) ? {} : randomResource(about.resource, tape)),
    ...(tape.chance(50) ? { Condition: randomCondition(tape) } : {}),
  };
}

function randomPrincipal({ callers }: About, tape: Tape): Elements {
  const value = tape.chance(60) ? tape.pick(callers) : tape.pick(OTHERS);
  return tape.chance(10) ? { NotPrincipal: value } : { Principal: value };
}

/** Every form of a principal. */
const OTHERS: readonly [unknown, ...unknown[]] = [
  '*',
  { AWS: '*' },
  { AWS: '999900001111' },
  { AWS: 'arn:aws:iam::999900001111:root' },
  { AWS: 'arn:aws:iam::111122223333:user/alice' },
  { AWS: ['arn:aws:iam::111122223333:role/other', 'arn:aws:iam::111122223333:role/bui*'] },
  { AWS: 'arn:aws:sts::111122223333:assumed-role/build/run-8' },
  { AWS: 'arn:aws:sts::111122223333:federated-user/other' },
  { AWS: 'AROADELETEDROLE12' },
  { AWS: 'AIDADELETEDUSER12' },
  { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] },
  { Federated: 'accounts.google.com' },
  { Federated: 'arn:aws:iam::444455556666:saml-provider/okta' },
  { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
  { AWS: [], Service: 'ec2.amazonaws.com' },
  {},
  7,
];

function randomAction(action: string, tape: Tape): Elements {
  const [prefix = '', name = ''] = action.split(':');
  const value = tape.pick<unknown>([
    action,
    '*',
    `${prefix}:*`,
    `${prefix}:${name.slice(0, 3)}*`,
    `${prefix}:?${name.slice(1)}`,
    action.toLowerCase(),
    [`${prefix}:Other`, action],
    `${prefix}:Other`,
    'logs:*',
    `${action} `,
    `${action}s`,
    [],
    'nonsense',
    7,
  ]);
  return tape.chance(15) ? { NotAction: value } : { Action: value };
}

function randomResource(resource: string, tape: Tape): Elements {
  const value = tape.pick<unknown>([
    resource,
    '*',
    `${resource.slice(0, -2)}*`,
    `${resource.slice(0, -1)}?`,
    resource.replace(/\d{12}/, '999900001111'),
    resource.replace(/\d{12}/, '*'),
    resource.replace(/^arn:aws:/, 'arn:aws-cn:'),
    ['arn:aws:s3:::other/*', resource],
    'arn:aws:s3:::other/*',
    `${resource}x`,
    resource.toUpperCase(),
    `${resource.slice(0, resource.lastIndexOf(':'))}:\${aws:username}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables
    "arn:aws:s3:::data/${aws:PrincipalTag/team, 'red'}/*",
    'arn:aws:s3*',
    [],
    7,
  ]);
  return tape.chance(15) ? { NotResource: value } : { Resource: value };
}
