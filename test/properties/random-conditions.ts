import type { Tape } from './tape.ts';

const NUMERIC = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'] as const;

/** Every operator of IAM, and one that does not exist. */
export const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  ...NUMERIC.map((name) => `Numeric${name}` as const),
  ...NUMERIC.map((name) => `Date${name}` as const),
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
  'StringAlmost',
] as const;

/** Keys of every kind, with a value that a request may have and one that suits no request. */
export const KEYS = {
  'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/ci/build', 'arn:aws:iam::999900001111:role/x'],
  'aws:PrincipalAccount': ['111122223333', '999900001111'],
  'aws:PrincipalOrgID': ['o-exampleorg1', 'o-otherorg99'],
  'aws:PrincipalOrgPaths': ['o-exampleorg1/r-root/ou-root-a0000000/', 'o-otherorg99/*'],
  'aws:PrincipalTag/team': ['red', 'blue'],
  'aws:PrincipalType': ['AssumedRole', 'User'],
  'aws:PrincipalIsAWSService': ['false', 'true'],
  'aws:username': ['build', 'alice'],
  'aws:userid': ['AROABUILDBUILD1:run-7', 'AIDAOTHER'],
  'aws:SourceIp': ['203.0.113.7', '198.51.100.0/24'],
  'aws:SourceVpce': ['vpce-0123456789abcdef0', 'vpce-other'],
  'aws:SourceArn': ['arn:aws:s3:::bucket', 'arn:aws:sns:eu-west-1:111122223333:topic'],
  'aws:SourceAccount': ['111122223333', '999900001111'],
  'aws:SourceIdentity': ['jane', 'john'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:MultiFactorAuthAge': ['300', '86400'],
  'aws:TokenIssueTime': ['2026-11-24T11:00:00Z', '2026-11-25T00:00:00Z'],
  'aws:CurrentTime': ['2026-11-24T12:00:00Z', '2020-01-01'],
  'aws:EpochTime': ['1795521600', '1'],
  'aws:SecureTransport': ['true', 'false'],
  'aws:RequestedRegion': ['eu-west-1', 'us-east-1'],
  'aws:TagKeys': ['team', 'cost'],
  'aws:RequestTag/env': ['prod', 'dev'],
  'aws:ResourceTag/env': ['prod', 'dev'],
  'aws:ResourceAccount': ['444455556666', '999900001111'],
  'aws:ResourceOrgID': ['o-exampleorg1', 'o-otherorg99'],
  'aws:CalledVia': ['cloudformation.amazonaws.com', 'athena.amazonaws.com'],
  'sts:ExternalId': ['partner-77', 'partner-78'],
  'sts:RoleSessionName': ['run-7', 'run-8'],
  'sts:SourceIdentity': ['jane', 'john'],
  'iam:PassedToService': ['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'],
  'iam:ResourceTag/env': ['prod', 'dev'],
  's3:prefix': ['home/', 'logs/'],
  'dynamodb:LeadingKeys': ['jane', 'john'],
  'kms:ViaService': ['s3.eu-west-1.amazonaws.com', 'ec2.eu-west-1.amazonaws.com'],
  'token.actions.githubusercontent.com:sub': ['repo:acme/shop:ref:refs/heads/main', 'repo:acme/*:*'],
  'saml:aud': ['https://signin.aws.amazon.com/saml', 'https://example.com'],
  'custom:Binary': ['QUJD', 'REVG'],
} as const satisfies Record<string, readonly [string, string]>;

const NAMES = Object.keys(KEYS) as [keyof typeof KEYS, ...(keyof typeof KEYS)[]]; // the table's own keys

/** A key that a statement asks for, in some spelling. */
export function randomKey(tape: Tape): keyof typeof KEYS {
  return tape.pick(NAMES);
}

/** The Condition of a statement: up to two operators with up to two keys. */
export function randomCondition(tape: Tape): Record<string, Record<string, unknown>> {
  const condition: Record<string, Record<string, unknown>> = {};
  for (let count = 1 + tape.upTo(1); count > 0; count -= 1) {
    const key = randomKey(tape);
    const operator = randomOperator(key, tape);
    const spelled = tape.chance(10) ? key.toUpperCase() : key;
    condition[operator] = { ...condition[operator], [spelled]: randomValues(operator, key, tape) };
  }
  return condition;
}

/** Mostly an operator that suits the values, so that something matches. */
function randomOperator(key: keyof typeof KEYS, tape: Tape): string {
  const base = tape.chance(50) ? tape.pick(OPERATORS) : tape.pick(suiting(key));
  const quantifier = tape.pick(['', '', 'ForAnyValue:', 'ForAllValues:']);
  return `${quantifier}${base}${tape.chance(35) ? 'IfExists' : ''}`;
}

function suiting(key: keyof typeof KEYS): readonly [string, ...string[]] {
  if (/Arn$/.test(key)) return ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals', 'StringLike'];
  if (/Time$/.test(key)) return ['DateGreaterThan', 'DateLessThan', 'DateNotEquals'];
  if (/Age$/.test(key)) return ['NumericLessThan', 'NumericGreaterThanEquals', 'NumericNotEquals'];
  if (/Present$|Transport$|IsAWSService$/.test(key)) return ['Bool', 'StringEquals', 'Null'];
  if (/SourceIp$/.test(key)) return ['IpAddress', 'NotIpAddress'];
  if (/Binary$/.test(key)) return ['BinaryEquals'];
  return ['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike', 'Null'];
}

function randomValues(operator: string, key: keyof typeof KEYS, tape: Tape): unknown {
  const [right, wrong] = KEYS[key];
  if (operator.includes('Null')) return tape.pick<unknown>(['true', 'false', true, false]);
  const pattern = `${right.slice(0, -2)}*`;
  return tape.pick<unknown>([
    right,
    [right, wrong],
    wrong,
    pattern,
    right.toUpperCase(),
    [wrong, pattern],
    `${right}?`,
    '*',
    [],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
    '${aws:username}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
    "${aws:PrincipalTag/team, 'red'}",
    7,
    true,
    'not a value of its type',
  ]);
}
