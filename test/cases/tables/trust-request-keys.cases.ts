import { assume, asUser, onlyIf, UNREAD } from './assuming.ts';
import type { CauseCase } from './cause-case.ts';
import { CALLER, CALLER_ROLE, HOME, TARGET, trusting, USER } from './world.ts';

const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

const IN_CONSOLE = `User: ${CALLER} is not authorized to perform: sts:AssumeRole on resource: ${TARGET}`;

/** Conditions of a trust policy on how the role is assumed. */
export const trustRequestKeyCases: readonly CauseCase[] = [
  {
    cause: 'trust.unsupported-key',
    is: assume(onlyIf({ StringEquals: { 'ec2:InstanceType': 't2.micro' } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/ec2:InstanceType',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalType': 'User' } })),
    unknown: assume(onlyIf({ StringEquals: { 'aws:UserAgent': 'terraform' } })),
  },
  {
    cause: 'trust.policy-variable',
    is: assume(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }), {
      given: { context: { 'sts:RoleSessionName': 'build' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:RoleSessionName',
    check: 'allowed',
    isNot: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER), {
      given: { context: { 'sts:RoleSessionName': 'bob' } },
    }),
    unknown: UNREAD,
  },
  {
    cause: 'trust.policy-variable',
    name: 'whatever the session is called',
    is: assume(onlyIf({ StringLike: { 'sts:RoleSessionName': '${aws:username}' } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringLike/sts:RoleSessionName',
    check: 'open',
    isNot: assume(onlyIf({ StringLike: { 'sts:RoleSessionName': '${sts:ExternalId}' } })),
    unknown: UNREAD,
  },
  {
    cause: 'trust.external-id',
    name: 'another one was sent',
    is: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } }), { given: { externalId: 'a-0815' } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:ExternalId',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } }), { given: { externalId: 'b-4711' } }),
    unknown: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } })),
  },
  {
    cause: 'trust.external-id',
    name: 'none was sent',
    is: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } }), { given: { missing: ['sts:ExternalId'] } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:ExternalId',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'sts:RoleSessionName': 'x' } }), { given: { missing: ['sts:ExternalId'] } }),
  },
  {
    cause: 'trust.mfa',
    is: asUser(onlyIf(MFA, USER), { parts: { current: { arn: USER, keyType: 'AKIA' } } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/Bool/aws:MultiFactorAuthPresent',
    check: 'allowed',
    isNot: asUser(onlyIf(MFA, USER), { given: { context: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    unknown: asUser(onlyIf(MFA, USER)),
  },
  {
    cause: 'trust.mfa-chaining',
    is: assume(onlyIf(MFA), { given: { missing: ['aws:MultiFactorAuthPresent'] } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/Bool/aws:MultiFactorAuthPresent',
    check: 'open',
    isNot: asUser(onlyIf(MFA, USER), { given: { missing: ['aws:MultiFactorAuthPresent'] } }),
    // The role may be used in the console, by a person who signed in with MFA.
    unknown: assume(onlyIf(MFA), { text: IN_CONSOLE, parts: { callerTrust: trusting(USER) } }),
  },
  {
    cause: 'trust.mfa-age',
    is: asUser(onlyIf({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, USER), {
      given: { context: { 'aws:MultiFactorAuthAge': '7300' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/NumericLessThan/aws:MultiFactorAuthAge',
    check: 'allowed',
    isNot: asUser(onlyIf({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, USER), {
      given: { context: { 'aws:MultiFactorAuthAge': '300' } },
    }),
    unknown: asUser(onlyIf({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, USER)),
  },
  {
    cause: 'trust.session-name',
    is: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER), {
      given: { context: { 'sts:RoleSessionName': 'botocore-session-1700000000' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:RoleSessionName',
    check: 'allowed',
    isNot: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER), {
      given: { context: { 'sts:RoleSessionName': 'alice' } },
    }),
    unknown: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER)),
  },
  {
    cause: 'trust.request-tag',
    is: assume(
      trusting(CALLER_ROLE, { Action: 'sts:*', Condition: { StringEquals: { 'aws:RequestTag/env': 'prod' } } }),
      {
        given: { context: { 'aws:RequestTag/env': 'dev' } },
      },
    ),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:RequestTag~1env',
    check: 'allowed',
    isNot: assume(
      trusting(CALLER_ROLE, { Action: 'sts:*', Condition: { StringEquals: { 'aws:RequestTag/env': 'prod' } } }),
      {
        given: { context: { 'aws:RequestTag/env': 'prod' } },
      },
    ),
    unknown: assume(
      trusting(CALLER_ROLE, { Action: 'sts:*', Condition: { StringEquals: { 'aws:RequestTag/env': 'prod' } } }),
    ),
  },
  {
    cause: 'trust.source-identity',
    is: assume(onlyIf({ StringEquals: { 'sts:SourceIdentity': 'alice' } }), {
      given: { missing: ['sts:SourceIdentity'] },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:SourceIdentity',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'sts:SourceIdentity': 'alice' } }), {
      given: { context: { 'sts:SourceIdentity': 'alice' } },
    }),
    unknown: assume(onlyIf({ StringEquals: { 'sts:SourceIdentity': 'alice' } })),
  },
  {
    cause: 'trust.source-ip',
    is: assume(onlyIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), {
      given: { context: { 'aws:SourceIp': '198.51.100.7' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/IpAddress/aws:SourceIp',
    check: 'allowed',
    isNot: assume(onlyIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), {
      given: { context: { 'aws:SourceIp': '203.0.113.9' } },
    }),
    unknown: assume(onlyIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  },
  {
    cause: 'trust.source-vpc',
    is: assume(onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } }), {
      given: { missing: ['aws:SourceVpce'] },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:SourceVpce',
    check: 'open',
    isNot: assume(onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } }), {
      given: { context: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } },
    }),
    unknown: assume(onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } })),
  },
  {
    cause: 'trust.confused-deputy',
    is: assume(onlyIf({ StringEquals: { 'aws:SourceAccount': HOME } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:SourceAccount',
    check: 'open',
    isNot: assume(trusting(CALLER_ROLE)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.date-window',
    is: assume(onlyIf({ DateLessThan: { 'aws:CurrentTime': '2026-06-30T00:00:00Z' } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/DateLessThan/aws:CurrentTime',
    check: 'allowed',
    isNot: assume(onlyIf({ DateLessThan: { 'aws:CurrentTime': '2027-06-30T00:00:00Z' } })),
    unknown: UNREAD,
  },
];
