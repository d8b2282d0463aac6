import { allow, type ExampleParts } from './example.ts';

const TASK = 'arn:aws:iam::111122223333:role/task';
const EXECUTION = 'arn:aws:iam::111122223333:role/task-execution';
const SERVICE_ROLE = 'arn:aws:iam::111122223333:role/service-role/task';
const ECS = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };

/** Examples of passing a role to a service, by id. All of them are identity policies. */
export const PASSROLE_EXAMPLES = {
  'passrole.associated-resource': {
    action: 'iam:PassRole',
    resource: TASK,
    context: { 'iam:AssociatedResourceArn': 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0bbbbbbbbbbbbbbbb' },
    before: allow('iam:PassRole', TASK, {
      ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:ec2:us-east-1:111122223333:instance/*' },
    }),
    after: allow('iam:PassRole', TASK, {
      ArnLike: {
        'iam:AssociatedResourceArn': [
          'arn:aws:ec2:us-east-1:111122223333:instance/*',
          'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        ],
      },
    }),
  },
  'passrole.instance-profile-arn': {
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::111122223333:role/web',
    context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    before: allow('iam:PassRole', 'arn:aws:iam::111122223333:instance-profile/web'),
    after: allow('iam:PassRole', 'arn:aws:iam::111122223333:role/web', {
      StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    }),
  },
  'passrole.other-role': {
    action: 'iam:PassRole',
    resource: EXECUTION,
    context: ECS,
    before: allow('iam:PassRole', TASK),
    after: allow('iam:PassRole', [TASK, EXECUTION]),
  },
  'passrole.passed-to-service': {
    action: 'iam:PassRole',
    resource: TASK,
    context: ECS,
    before: allow('iam:PassRole', TASK, { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } }),
    after: allow('iam:PassRole', TASK, {
      StringEquals: { 'iam:PassedToService': ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'] },
    }),
  },
  'passrole.role-and-service': {
    action: 'iam:PassRole',
    resource: TASK,
    context: ECS,
    before: allow('iam:PassRole', 'arn:aws:iam::111122223333:role/resize', {
      StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
    }),
    after: [
      allow('iam:PassRole', 'arn:aws:iam::111122223333:role/resize', {
        StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      }),
      allow('iam:PassRole', TASK, { StringEquals: ECS }),
    ],
  },
  'passrole.role-path': {
    action: 'iam:PassRole',
    resource: SERVICE_ROLE,
    context: ECS,
    before: allow('iam:PassRole', TASK),
    after: allow('iam:PassRole', [TASK, SERVICE_ROLE]),
  },
  'passrole.role-tags': {
    action: 'iam:PassRole',
    resource: TASK,
    context: ECS,
    before: allow('iam:PassRole', '*', { StringEquals: { 'aws:ResourceTag/team': 'data' } }),
    after: allow('iam:PassRole', TASK, { StringEquals: ECS }),
  },
  'passrole.service-linked-role': {
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
    before: allow('autoscaling:CreateAutoScalingGroup', '*'),
    after: [
      allow('autoscaling:CreateAutoScalingGroup', '*'),
      allow(
        'iam:PassRole',
        'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
      ),
    ],
  },
  'passrole.service-not-sent': {
    action: 'iam:PassRole',
    resource: TASK,
    before: allow('iam:PassRole', TASK, { StringEquals: ECS }),
    after: allow('iam:PassRole', TASK, { StringEqualsIfExists: ECS }),
  },
} as const satisfies Readonly<Record<string, ExampleParts>>;
