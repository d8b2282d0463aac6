import { CALLER, MANAGEMENT, ORGANIZATION, OUTER, RCP, ROOT, SCP } from './ids.ts';

const allow = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});

export const DECODED = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [{ statementId: 'NoStop', effect: 'DENY' }] },
  context: {
    principal: {
      id: 'AROADEPLOYER111122223333:build-42',
      arn: `arn:aws:sts::${CALLER}:assumed-role/deployer/build-42`,
    },
    action: 'ec2:StopInstances',
    resource: `arn:aws:ec2:eu-west-1:${CALLER}:instance/i-0abc`,
    conditions: {
      items: [
        { key: 'aws:Region', values: { items: [{ value: 'eu-west-1' }] } },
        { key: 'aws:userid', values: { items: [{ value: 'AROADEPLOYER111122223333:build-42' }] } },
      ],
    },
  },
};

const recorded = (type: string, uri: string, inline: boolean, place: string) => ({
  type,
  uri,
  inline,
  attachedTo: [{ arn: place }],
});

/** As the iam-toolbox answers for an authorization id. */
export const DETAILS_OF_DENIAL = {
  requestContext: { 'aws:PrincipalArn': `arn:aws:iam::${CALLER}:role/teams/red/deployer`, 'aws:SourceVpce': 'vpce-1' },
  evaluations: [
    { action: 's3:GetObject', resource: 'arn:aws:s3:::artifacts/a', evaluatedEffect: 'IMPLICIT_DENY', context: {} },
  ],
  policies: [
    recorded('SESSION_POLICY', 'session-policy-1', true, `arn:aws:sts::${CALLER}:assumed-role/deployer/build-42`),
    recorded('VPC_ENDPOINT_POLICY', 'arn:aws:ec2:eu-west-1:111122223333:vpc-endpoint/vpce-1', true, 'vpce-1'),
    recorded(
      SCP,
      `arn:aws:organizations::${MANAGEMENT}:policy/${ORGANIZATION}/service_control_policy/p-guard000`,
      false,
      OUTER,
    ),
    recorded(
      RCP,
      `arn:aws:organizations::${MANAGEMENT}:policy/${ORGANIZATION}/resource_control_policy/p-perim000`,
      false,
      ROOT,
    ),
  ],
};

/** The same as `reads` of a snapshot. */
export const toolbox = [
  {
    account: CALLER,
    call: 'iam:GetRequestAuthorizationDetails',
    input: { authorizationId: 'authz-1' },
    answer: DETAILS_OF_DENIAL,
  },
  ...DETAILS_OF_DENIAL.policies.map(({ uri }) => ({
    account: CALLER,
    call: 'iam:GetRequestAuthorizationPolicy',
    input: { authorizationId: 'authz-1', policyUri: uri },
    answer: { policyDocument: JSON.stringify(allow('s3:GetObject')) },
  })),
];
