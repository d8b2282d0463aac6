import { describe, expect, it } from 'vitest';
import { likelyActionOf, resourceCalls } from '../../src/reference/actions/resource-calls.ts';
import { actionFacts } from '../../src/reference/service-facts.ts';

/** What Terraform looks at before it changes something. */
const LOOKS = new Set([
  'iam:ListInstanceProfilesForRole',
  'iam:ListPolicyVersions',
  'iam:ListGroupsForUser',
  'route53:GetHostedZone',
  'ec2:DescribeNetworkInterfaces',
]);

describe('the actions that steps of Terraform and CloudFormation begin with', () => {
  it.each(resourceCalls().map((row) => [row.action, row] as const))('%s is one of AWS’s', (action, { step }) => {
    expect(actionFacts(action)?.name).toBe(action);
    // Reading a resource changes nothing, and the other steps do more than read, or look first.
    if (!LOOKS.has(action)) expect(/:(?:Get|List|Describe|BatchGet|GET$)/.test(action)).toBe(step === 'read');
  });

  it('are one for each kind and step', () => {
    const rows = resourceCalls().map(({ type, step }) => `${type} ${step}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each([
    ['aws_s3_bucket', 'read', 's3:ListBucket'],
    ['AWS::S3::BucketPolicy', 'create', 's3:PutBucketPolicy'],
    ['aws_iam_role', 'delete', 'iam:ListInstanceProfilesForRole'],
    ['AWS::IAM::Role', 'delete', 'iam:DeleteRole'],
    ['aws_s3_bucket', 'update', undefined],
    ['aws_unheard_of', 'read', undefined],
  ] as const)('%s, to %s it: %s', (type, step, action) => {
    expect(likelyActionOf(type, step)).toBe(action);
  });
});
