import type { Diagnosis, Step } from '../../../src/model/diagnosis.ts';
import type { StatementEvidence } from '../../../src/model/evidence.ts';
import { refused } from '../../../src/model/gap.ts';
import type { PolicyRef } from '../../../src/model/policy.ts';
import { CI_SESSION, denial, diagnosis, passed, request, unseen } from './parts.ts';

const TARGET = 'arn:aws:iam::444455556666:role/prod-deploy';
const NAMED = 'arn:aws:iam::111122223333:role/ci-deploy';
const CALLER = 'arn:aws:iam::111122223333:role/ci-deployer';

const trust: PolicyRef = { name: 'prod-deploy', arn: null, kind: 'trust', attachedTo: TARGET };

const nearMiss: StatementEvidence = {
  kind: 'statement',
  policy: trust,
  statement: { index: 0, sid: null },
  pointer: '/Statement/0/Principal',
  line: 6,
  excerpt: `      "Principal": {\n        "AWS": "${NAMED}"\n      },`,
  nearMiss: {
    element: 'principal',
    policySays: NAMED,
    requestHas: CALLER,
    difference: 'different name: policy has ci-deploy, request has ci-deployer',
    mark: 'different name: policy has ci-deploy, request has ci-deployer',
  },
};

const rcpGap = refused({
  what: 'the resource control policies attached to 444455556666',
  account: '444455556666',
  permission: 'organizations:ListPoliciesForTarget',
  code: 'AccessDeniedException',
  who: 'organization-admin',
  layer: 'rcp',
});

const failed: Step = {
  id: 'trust',
  title: 'The trust policy does not name this caller',
  summary: '',
  rung: 'evaluated',
  status: 'fail',
  evidence: [nearMiss],
  gaps: [],
};

/** The story of the design: a role that is called ci-deployer, and a trust policy that says ci-deploy. */
export const trustNearMiss: Diagnosis = diagnosis({
  denial: denial({
    operation: 'AssumeRole',
    action: 'sts:AssumeRole',
    caller: CI_SESSION.arn,
    resource: TARGET,
  }),
  request: request({
    principal: CI_SESSION,
    action: 'sts:AssumeRole',
    resource: TARGET,
    resourceAccount: '444455556666',
    context: {
      'aws:PrincipalArn': { values: [CALLER] },
      'sts:ExternalId': { unknown: true },
      'aws:SourceVpce': { missing: true },
    },
  }),
  assumptions: [
    { what: 'session=none', why: 'no AWS API shows another session’s session policy', step: 'session' },
    { what: 'time=2026-11-24T12:00:00.000Z', why: 'the time of the request is taken from the log line' },
  ],
  steps: [
    passed('caller', 'You are the caller in the error'),
    passed('role', 'The role exists', 'prod-deploy in 444455556666'),
    passed('identity', 'An identity policy allows it', 'ci-deployer › Deploy › statement 1 "AssumeTargets"'),
    passed('boundary', 'Permissions boundary', 'none attached'),
    passed('session', 'Session policy', 'assumed: none'),
    passed('scp', 'Service control policies', 'Root › Workloads › 111122223333, 4 policies'),
    unseen('rcp', 'Resource control policies of 444455556666 could not be read', rcpGap),
    failed,
  ],
  causes: [
    {
      key: 'trust.near-miss',
      id: 'trust.near-miss',
      layer: 'trust',
      rung: 'evaluated',
      blocker: null,
      aspect: null,
      summary: `prod-deploy, trust policy, statement 0 names ${NAMED}, and the caller is ${CALLER}: different name: policy has ci-deploy, request has ci-deployer`,
      evidence: [nearMiss],
      fix: {
        who: 'role-owner',
        summary: 'add the caller beside it',
        account: '444455556666',
        changes: [{ policy: trust, pointer: '/Statement/0/Principal/AWS', before: NAMED, after: [NAMED, CALLER] }],
        commands: [
          [
            'aws',
            'iam',
            'update-assume-role-policy',
            '--role-name',
            'prod-deploy',
            '--policy-document',
            'file://prod-deploy-trust.json',
          ],
        ],
        documents: [
          {
            file: 'prod-deploy-trust.json',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { AWS: [NAMED, CALLER] }, Action: 'sts:AssumeRole' }],
            },
          },
        ],
        check: 'open',
        stillBlocking: [],
        openAfter: [rcpGap],
      },
    },
  ],
  fixesTogether: { check: 'open', stillBlocking: [], openAfter: [rcpGap] },
  open: [rcpGap],
});
