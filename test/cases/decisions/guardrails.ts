import type { Decision } from './decision.ts';
import { allow, deny, HERE, type Json, policy, snapshot, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const SCPS = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html';

function organization(statement: Json, management = '999988887777'): Json {
  return {
    organizations: {
      'o-exampleorg1': {
        managementAccountId: management,
        featureSet: 'ALL',
        enabledPolicyTypes: ['SERVICE_CONTROL_POLICY'],
        parents: { [HERE]: 'r-ab12' },
        names: {},
        policies: {
          'p-FullAWSAccess': {
            name: 'FullAWSAccess',
            arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
            type: 'SERVICE_CONTROL_POLICY',
            document: policy(allow('*')),
          },
          'p-guard0001': {
            name: 'Guard',
            arn: 'arn:aws:organizations::999988887777:policy/o-exampleorg1/service_control_policy/p-guard0001',
            type: 'SERVICE_CONTROL_POLICY',
            document: policy(statement),
          },
        },
        attachments: { 'r-ab12': ['p-FullAWSAccess', 'p-guard0001'], [HERE]: ['p-FullAWSAccess'] },
      },
    },
  };
}
const OUTSIDE = { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
const MEMBER = { users: [user('dana', [allow('*')])], organizationId: 'o-exampleorg1' };

/** Service control policies, labelled from AWS's pages before they were run. */
export const GUARDRAILS: readonly Decision[] = [
  {
    name: 'a guard of the region denies IAM, whose calls go to us-east-1',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html',
    asked: { principal: DANA, action: 'iam:ListUsers', resource: '*' },
    snapshot: snapshot({ [HERE]: MEMBER }, organization(deny('*', '*', OUTSIDE))),
    expect: { verdict: 'denied', causes: ['scp.region'] },
  },
  {
    name: 'a guard of the region that leaves IAM out does not',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html',
    asked: { principal: DANA, action: 'iam:ListUsers', resource: '*' },
    snapshot: snapshot(
      { [HERE]: MEMBER },
      organization({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', Condition: OUTSIDE }),
    ),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'service control policies do not limit the management account',
    page: SCPS,
    asked: { principal: DANA, action: 'iam:ListUsers', resource: '*' },
    snapshot: snapshot({ [HERE]: MEMBER }, organization(deny('*'), HERE)),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'service control policies limit the root user of a member account',
    page: SCPS,
    asked: { principal: `arn:aws:iam::${HERE}:root`, action: 's3:ListAllMyBuckets', resource: '*' },
    snapshot: snapshot({ [HERE]: MEMBER }, organization(deny('s3:*'))),
    expect: { verdict: 'denied', causes: ['scp.explicit-deny'] },
  },
];
