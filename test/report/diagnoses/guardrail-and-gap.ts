import type { Diagnosis, Step } from '../../../src/model/diagnosis.ts';
import type { SearchedEvidence, StatementEvidence } from '../../../src/model/evidence.ts';
import type { PolicyRef } from '../../../src/model/policy.ts';
import { CI_SESSION, denial, diagnosis, passed, request } from './parts.ts';

const TABLE = 'arn:aws:dynamodb:us-west-2:111122223333:table/orders';

const guardrail: PolicyRef = {
  name: 'OnlyEurope',
  arn: 'arn:aws:organizations::999988887777:policy/o-a1b2c3d4e5/service_control_policy/p-12345678',
  kind: 'scp',
  attachedTo: 'ou-ab12-cdefghij',
};

const deploy: PolicyRef = {
  name: 'Deploy',
  arn: null,
  kind: 'inline',
  attachedTo: 'arn:aws:iam::111122223333:role/ci-deployer',
};

const denied: StatementEvidence = {
  kind: 'statement',
  policy: guardrail,
  statement: { index: 0, sid: 'DenyOutsideEurope' },
  pointer: '/Statement/0/Condition',
  line: 9,
  excerpt:
    '      "Condition": {\n        "StringNotEquals": {\n          "aws:RequestedRegion": [\n            "eu-central-1",\n            "eu-west-1"\n          ]\n        }\n      }',
  nearMiss: null,
};

const searched: SearchedEvidence = {
  kind: 'searched',
  where: 'ci-deployer and its 2 policies',
  statements: 5,
  nearest: {
    kind: 'statement',
    policy: deploy,
    statement: { index: 2, sid: 'Orders' },
    pointer: '/Statement/2/Action',
    line: 24,
    excerpt: '      "Action": "dynamodb:GetItem",',
    nearMiss: {
      element: 'action',
      policySays: 'dynamodb:GetItem',
      requestHas: 'dynamodb:PutItem',
      difference: 'another action',
      mark: 'another action; asked: dynamodb:PutItem',
    },
  },
};

const failed = (id: 'identity' | 'scp', title: string, evidence: StatementEvidence | SearchedEvidence): Step => ({
  id,
  title,
  summary: '',
  rung: 'evaluated',
  status: 'fail',
  evidence: [evidence],
  gaps: [],
});

const exempted = {
  StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] },
  ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci-deployer' },
};

/** An SCP denies, and behind it nothing allows: AWS names only the first. */
export const guardrailAndGap: Diagnosis = diagnosis({
  denial: denial({
    operation: 'PutItem',
    action: 'dynamodb:PutItem',
    caller: CI_SESSION.arn,
    resource: TABLE,
    reason: { layer: 'scp', effect: 'explicit', policyArn: null },
    lines: [12, 13],
  }),
  count: 37,
  request: request({
    principal: CI_SESSION,
    action: 'dynamodb:PutItem',
    resource: TABLE,
    resourceAccount: '111122223333',
  }),
  steps: [
    passed('caller', 'You are the caller in the error'),
    failed('identity', 'No identity policy allows it', searched),
    passed('boundary', 'Permissions boundary', 'none attached'),
    failed('scp', 'A service control policy denies it', denied),
    passed('resource', 'Policy of the table', 'none'),
  ],
  causes: [
    {
      key: 'scp.explicit-deny',
      id: 'scp.explicit-deny',
      layer: 'scp',
      rung: 'aws',
      blocker: null,
      aspect: null,
      summary: 'Workloads › OnlyEurope › statement 0 "DenyOutsideEurope" denies dynamodb:PutItem explicitly',
      evidence: [denied, { kind: 'quote', text: 'with an explicit deny in a service control policy', lines: [12, 13] }],
      fix: {
        who: 'organization-admin',
        summary: 'exempt arn:aws:iam::111122223333:role/ci-deployer from this statement',
        account: '999988887777',
        changes: [
          {
            policy: guardrail,
            pointer: '/Statement/0/Condition',
            before: { StringNotEquals: exempted.StringNotEquals },
            after: exempted,
          },
        ],
        commands: [
          [
            'aws',
            'organizations',
            'update-policy',
            '--policy-id',
            'p-12345678',
            '--content',
            'file://OnlyEurope-scp.json',
          ],
        ],
        documents: [
          {
            file: 'OnlyEurope-scp.json',
            document: {
              Version: '2012-10-17',
              Statement: [
                { Sid: 'DenyOutsideEurope', Effect: 'Deny', NotAction: 'iam:*', Resource: '*', Condition: exempted },
              ],
            },
          },
        ],
        check: 'still-blocked',
        stillBlocking: ['identity.no-allow'],
        openAfter: [],
      },
    },
    {
      key: 'identity.no-allow',
      id: 'identity.no-allow',
      layer: 'identity',
      rung: 'evaluated',
      blocker: null,
      aspect: null,
      summary: 'No policy of the role ci-deployer allows dynamodb:PutItem',
      evidence: [searched],
      fix: {
        who: 'account-admin',
        summary: 'add this statement to Deploy',
        account: '111122223333',
        changes: [
          {
            policy: deploy,
            pointer: '/Statement/-',
            before: null,
            after: { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: TABLE },
          },
        ],
        commands: [],
        documents: [],
        check: 'still-blocked',
        stillBlocking: ['scp.explicit-deny'],
        openAfter: [],
      },
    },
  ],
  fixesTogether: { check: 'allowed', stillBlocking: [], openAfter: [] },
});
