/** What an attacker may choose: the name of a policy, a Sid, a tag, an organizational unit, a line of a log. */
export const ATTACKS = {
  escape: '\u001b[2J\u001b]0;owned\u0007',
  c1: '\u009b31m',
  bidi: 'safe\u202egnp.exe\u202c',
  zeroWidth: 'ad\u200bmin',
  command: '\n::stop-commands::x\n::add-mask::y',
  spaced: 'a ::stop-commands::x b ##vso[task.setvariable variable=a]b ##[add-mask]c',
  shell: '$(touch owned)`touch owned`;touch owned\'"&&touch owned|touch owned',
  option: '--profile=evil',
  file: '../../owned.json',
  link: '[click](https://evil.example/x) ![i](https://evil.example/i.png)',
  html: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  table: 'a | b\n| --- |',
  fence: '```\n# owned\n~~~~',
} as const;

const ALL = Object.values(ATTACKS).join(' ');

/** IAM takes such names: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CALLER_ROLE = '--profile=evil';
const TARGET_ROLE = '--query=evil';
const SESSION = '--no-aws';

const CALLER = `arn:aws:iam::111122223333:role/${CALLER_ROLE}`;
const TARGET = `arn:aws:iam::444455556666:role/${TARGET_ROLE}`;

function role(arn: string, trust: object, policies: readonly object[]): object {
  return {
    Path: '/',
    RoleName: arn.slice(arn.lastIndexOf('/') + 1),
    RoleId: 'AROAEXAMPLEHOSTILE001',
    Arn: arn,
    AssumeRolePolicyDocument: trust,
    RolePolicyList: policies,
    AttachedManagedPolicies: [],
    InstanceProfileList: [],
    Tags: [{ Key: ALL, Value: ALL }],
  };
}

function statement(parts: object): object {
  return { Version: '2012-10-17', Statement: [{ Sid: ALL, ...parts }] };
}

function organization(management: string, account: string): object {
  const policy = (name: string, document: object) => ({
    name: `${name} ${ALL}`,
    arn: `arn:aws:organizations::${management}:policy/o-exampleorg1/service_control_policy/p-${name}`,
    type: 'SERVICE_CONTROL_POLICY',
    document,
  });
  return {
    managementAccountId: management,
    featureSet: 'ALL',
    enabledPolicyTypes: ['SERVICE_CONTROL_POLICY'],
    parents: { [account]: 'ou-ab12-workload1', 'ou-ab12-workload1': 'r-ab12' },
    names: { 'r-ab12': ALL, 'ou-ab12-workload1': ALL, [account]: ALL },
    policies: {
      'p-full0000': policy('full0000', statement({ Effect: 'Allow', Action: '*', Resource: '*' })),
      'p-evil0000': policy(
        'evil0000',
        statement({
          Effect: 'Deny',
          Action: 'sts:*',
          Resource: '*',
          Condition: { StringNotLike: { 'aws:PrincipalArn': [ALL] } },
        }),
      ),
    },
    attachments: {
      'r-ab12': ['p-full0000'],
      'ou-ab12-workload1': ['p-full0000', 'p-evil0000'],
      [account]: ['p-full0000'],
    },
  };
}

/** An incident in which whatever can hold an attack holds all of them. */
export const hostileIncident = {
  denytrace: 'snapshot/1',
  takenAt: '2026-11-02T14:07:31.000Z',
  scope: 'request',
  callerIdentity: {
    Account: '111122223333',
    Arn: `arn:aws:sts::111122223333:assumed-role/${CALLER_ROLE}/${SESSION}`,
    UserId: 'AROA:x',
  },
  accounts: {
    '111122223333': {
      organizationId: 'o-exampleorg1',
      authorizationDetails: {
        RoleDetailList: [
          role(CALLER, statement({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }), [
            {
              PolicyName: ALL,
              PolicyDocument: statement({
                Effect: 'Allow',
                Action: ['sts:AssumeRole', ALL],
                Resource: [`${TARGET}x`, ALL],
                Condition: { StringEquals: { [ALL]: ALL } },
              }),
            },
          ]),
        ],
      },
    },
    '444455556666': {
      organizationId: null,
      authorizationDetails: {
        RoleDetailList: [
          role(
            TARGET,
            statement({ Effect: 'Allow', Principal: { AWS: [`${CALLER}x`, ALL] }, Action: 'sts:AssumeRole' }),
            [],
          ),
        ],
      },
    },
  },
  organizations: { 'o-exampleorg1': organization('999900001111', '111122223333') },
  unreadable: [
    { account: '444455556666', call: 'iam:ListAttachedRolePolicies', on: TARGET, code: ALL, message: ALL, option: ALL },
  ],
  incident: {
    text: `${ALL}\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/${CALLER_ROLE}/${SESSION} is not authorized to perform: sts:AssumeRole on resource: ${TARGET} with an explicit deny in a service control policy ${ALL}`,
    context: { [ALL]: ALL },
    options: {},
  },
};
