import fc from 'fast-check';
import { AWAY, denial, HOME, ROLE, SESSION, USER, worldWith } from '../diagnose/world.ts';

const EU = `eu-west-1:${AWAY}`;

/** Resources whose policies are read from a snapshot, with what is asked of them. */
const RESOURCES: readonly (readonly [resource: string, holder: string, actions: readonly string[]])[] = [
  ['arn:aws:s3:::reports/2026/a.csv', 'arn:aws:s3:::reports', ['s3:GetObject', 's3:PutObject']],
  ['arn:aws:s3:::reports', 'arn:aws:s3:::reports', ['s3:ListBucket']],
  [
    `arn:aws:kms:${EU}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    '',
    ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'],
  ],
  [`arn:aws:sqs:${EU}:orders`, '', ['sqs:SendMessage', 'sqs:ReceiveMessage']],
  [`arn:aws:sns:${EU}:news`, '', ['sns:Publish']],
  [`arn:aws:secretsmanager:${EU}:secret:db-AbCdEf`, '', ['secretsmanager:GetSecretValue']],
  [`arn:aws:lambda:${EU}:function:resize`, '', ['lambda:InvokeFunction']],
  [`arn:aws:dynamodb:${EU}:table/Orders`, '', ['dynamodb:GetItem']],
  [
    `arn:aws:ecr:${EU}:repository/team/app`,
    '',
    ['ecr:BatchGetImage', 'ecr:PutImage', 'ecr:ReplicateImage', 'ecr:InitiateLayerUpload'],
  ],
  [`arn:aws:events:${EU}:event-bus/main`, '', ['events:PutEvents']],
  // What a text says may be wrong: no policy of a resource takes an action of another service.
  [`arn:aws:kms:${EU}:key/1234abcd-12ab-34cd-56ef-1234567890ab`, '', ['s3:GetObject']],
  ['arn:aws:s3:::reports/a.csv', 'arn:aws:s3:::reports', ['kms:Decrypt']],
  [`arn:aws:ecr:${EU}:repository/team/app`, '', ['sts:AssumeRole', 'ecs:RunTask']],
];

const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/** No policy that exists is larger than what its service takes. */
const MOST: Readonly<Record<string, number>> = { s3: 20_400, kms: 32_700, sqs: 8_100, sns: 30_600, ecr: 10_200 };

/** A document of about so many characters, that allows or denies something else to somebody else. */
function filler(size: number, withPrincipal: boolean, resource: string | undefined, action: string): object {
  const principals = Array.from(
    { length: Math.max(1, Math.floor(size / 55)) },
    (_, index) => `arn:aws:iam::${HOME}:role/other-${String(index).padStart(12, '0')}`,
  );
  const statement = withPrincipal
    ? {
        Effect: 'Allow',
        Principal: { AWS: principals },
        Action: action,
        ...(resource === undefined ? {} : { Resource: resource }),
      }
    : { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: principals };
  return { Version: '2012-10-17', Statement: [statement] };
}

/** A world with a denied request for a resource of another account, whose policy and whose caller's policies are more or less full. */
export const resourceWorlds = fc
  .record({
    pick: fc.nat(),
    which: fc.nat(),
    caller: fc.constantFrom(SESSION, USER),
    policy: fc.constantFrom('none', 'other', 'near'),
    size: fc.oneof(fc.integer({ min: 100, max: 3_000 }), fc.constantFrom(8_000, 10_100, 20_300, 30_500, 32_600)),
    own: fc.oneof(fc.constant(-1), fc.constantFrom(0, 1_900, 2_040, 6_000, 9_900, 10_200)),
  })
  .map(({ pick, which, caller, policy, size, own }) => {
    const [resource, named, actions] = RESOURCES[pick % RESOURCES.length] ?? RESOURCES[0] ?? ['', '', []];
    const holder = named === '' ? resource : named;
    const action = actions[which % Math.max(1, actions.length)] ?? '';
    const service = resource.split(':')[2] ?? '';
    const inPolicy = service === 'ecr' ? undefined : service === 'kms' ? '*' : resource;
    const document = filler(
      Math.min(size, (MOST[service] ?? 20_400) - 200),
      true,
      inPolicy,
      policy === 'near' ? action : `${service}:Something`,
    );
    const details = `accounts/${HOME}/authorizationDetails`;
    const place = caller === USER ? `${details}/UserDetailList/0` : `${details}/RoleDetailList/0`;
    const inline = own < 0 ? EVERYTHING : filler(caller === USER ? Math.min(own, 1_900) : own, false, undefined, '');
    const world = worldWith({
      [`accounts/${AWAY}/resourcePolicies`]: policy === 'none' ? {} : { [holder]: document },
      [`${place}/${caller === USER ? 'UserPolicyList' : 'RolePolicyList'}`]: [
        { PolicyName: 'Inline', PolicyDocument: inline },
      ],
      [`${place}/AttachedManagedPolicies`]: [],
      ...(caller === USER ? { [`${place}/GroupList`]: [] } : {}),
      [`${place}/PermissionsBoundary`]: undefined,
    });
    const name = `${caller === USER ? 'user' : ROLE} ${action} on ${resource}, ${policy} of ${size}, own ${own}`;
    return { world, caller, action, resource, name, text: denial(caller, action, resource) };
  });
