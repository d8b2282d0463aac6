import { type CauseCase, denied, type Situation } from './cause-case.ts';
import { AWAY, CALLER, HOME, type Json, world } from './world.ts';

const PASS = 'iam:PassRole';
const ROLE = `arn:aws:iam::${HOME}:role/lambda-web`;
const INTO_LAMBDA = denied(CALLER, PASS, ROLE).replace('PassRole operation', 'CreateFunction operation');

/** The caller may not pass the role; `allow` is the caller's policy. */
function pass(allow: Json | readonly Json[], more: Partial<Situation> & { readonly role?: string } = {}): Situation {
  const { role = ROLE, ...situation } = more;
  return {
    text: denied(CALLER, PASS, role).replace('PassRole operation', 'CreateFunction operation'),
    world: world({ allow, target: role, trust: trustIn('lambda.amazonaws.com') }),
    ...situation,
  };
}

function trustIn(host: string): Json {
  return { Effect: 'Allow', Principal: { Service: host }, Action: 'sts:AssumeRole' };
}

function passing(resource: string | readonly string[], condition?: Json): Json {
  return {
    Effect: 'Allow',
    Action: PASS,
    Resource: resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

const FINE = pass(passing(ROLE));
/** Nothing of the caller's account was read. */
const UNREAD: Situation = { text: INTO_LAMBDA, world: world({ unread: [HOME] }) };
const LINKED = `arn:aws:iam::${HOME}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
const SSO = `arn:aws:iam::${HOME}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef`;
const PROFILE = `arn:aws:iam::${HOME}:instance-profile/web`;
const inProfile = (roles: readonly string[] | undefined): Situation => ({
  text: denied(CALLER, 'iam:GetInstanceProfile', PROFILE),
  world: world({ allow: passing(ROLE), instanceProfiles: roles === undefined ? {} : { [PROFILE]: roles } }),
});

/** Causes in passing a role to a service. */
export const passRoleCases: readonly CauseCase[] = [
  {
    cause: 'passrole.cross-account',
    is: {
      text: denied(CALLER, PASS, `arn:aws:iam::${AWAY}:role/lambda-web`),
      world: world({ target: `arn:aws:iam::${AWAY}:role/lambda-web` }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: pass(passing('arn:aws:iam::*:role/other')),
  },
  {
    cause: 'passrole.cross-account',
    name: 'in AWS’s words',
    is: {
      text: 'An error occurred (AccessDenied) when calling the CreateFunction operation: Cross-account pass role is not allowed.',
    },
    rung: 'aws',
    check: 'open',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'passrole.reserved-role',
    is: pass(passing('*'), { role: SSO }),
    rung: 'likely',
    check: 'open',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'passrole.role-not-found',
    is: {
      text: denied(CALLER, PASS, `arn:aws:iam::${HOME}:role/null`),
      world: world({ allow: passing('*'), target: null }),
    },
    rung: 'likely',
    check: 'open',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'passrole.instance-profile-empty',
    is: inProfile([]),
    rung: 'likely',
    check: 'still-blocked',
    isNot: inProfile([ROLE]),
    unknown: { text: denied(CALLER, 'iam:GetInstanceProfile', PROFILE), world: world({ unread: [HOME] }) },
  },
  {
    cause: 'passrole.service-linked-role',
    is: pass(passing(ROLE), { role: LINKED, given: { service: 'autoscaling.amazonaws.com' } }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: pass(passing(LINKED)),
    unknown: UNREAD,
  },
  {
    cause: 'passrole.service-not-sent',
    is: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }), {
      text: denied(CALLER, PASS, ROLE),
      given: { missing: ['iam:PassedToService'] },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/iam:PassedToService',
    check: 'allowed',
    isNot: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })),
    unknown: UNREAD,
  },
  {
    cause: 'passrole.passed-to-service',
    is: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } }), {
      given: { service: 'ecs-tasks.amazonaws.com' },
      text: denied(CALLER, PASS, ROLE),
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/iam:PassedToService',
    check: 'allowed',
    isNot: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }), {
      given: { service: 'ecs-tasks.amazonaws.com' },
      text: denied(CALLER, PASS, ROLE),
    }),
    unknown: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }), {
      text: denied(CALLER, PASS, ROLE),
    }),
  },
  {
    cause: 'passrole.passed-to-service',
    name: 'to one that only the role’s trust policy shows',
    is: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }), {
      text: denied(CALLER, PASS, ROLE),
    }),
    rung: 'likely',
    pointer: '/Statement/Condition/StringEquals/iam:PassedToService',
    check: 'open',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'passrole.role-and-service',
    is: pass(
      passing(`arn:aws:iam::${HOME}:role/web/lambda-*`, {
        StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      }),
    ),
    rung: 'evaluated',
    pointer: '/Statement/Resource',
    check: 'allowed',
    isNot: pass(passing(ROLE, { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })),
    unknown: UNREAD,
  },
  {
    cause: 'passrole.associated-resource',
    is: pass(passing(ROLE, { ArnLike: { 'iam:AssociatedResourceArn': `arn:aws:ec2:*:${HOME}:instance/*` } }), {
      given: { context: { 'iam:AssociatedResourceArn': `arn:aws:lambda:eu-west-1:${HOME}:function:web` } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/ArnLike/iam:AssociatedResourceArn',
    check: 'allowed',
    isNot: FINE,
    unknown: pass(passing(ROLE, { ArnLike: { 'iam:AssociatedResourceArn': `arn:aws:ec2:*:${HOME}:instance/*` } })),
  },
  {
    cause: 'passrole.role-tags',
    is: pass(passing('*', { StringEquals: { 'aws:ResourceTag/team': 'web' } }), {
      text: denied(CALLER, PASS, ROLE, ' because no identity-based policy allows the iam:PassRole action'),
    }),
    rung: 'aws',
    pointer: '/Statement/Condition/StringEquals/aws:ResourceTag~1team',
    check: 'allowed',
    isNot: FINE,
    unknown: pass(passing('*', { StringEquals: { 'aws:ResourceTag/team': 'web' } })),
  },
  {
    cause: 'passrole.role-path',
    is: pass(passing(ROLE), { role: `arn:aws:iam::${HOME}:role/service-role/lambda-web` }),
    rung: 'evaluated',
    pointer: '/Statement/Resource',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'passrole.instance-profile-arn',
    is: pass(passing(`arn:aws:iam::${HOME}:instance-profile/lambda-web`)),
    rung: 'evaluated',
    pointer: '/Statement/Resource',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'passrole.other-role',
    is: pass(passing([`arn:aws:iam::${HOME}:role/build-images`])),
    rung: 'evaluated',
    pointer: '/Statement/Resource',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'trust.service-not-trusted',
    name: 'in the role that is passed',
    related: true,
    is: pass(passing(ROLE), {
      world: world({ allow: passing(ROLE), target: ROLE, trust: trustIn('ec2.amazonaws.com') }),
    }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: FINE,
  },
];
