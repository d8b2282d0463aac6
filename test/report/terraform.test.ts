import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../../src/model/policy.ts';
import { terraformBlock } from '../../src/report/terraform/terraform.ts';

const IN = 'arn:aws:iam::111122223333';
const SSO_ROLE = `${IN}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_0123456789abcdef`;

function block(kind: PolicyKind, name: string, attachedTo: string | null): readonly string[] | undefined {
  return terraformBlock({ kind, name, arn: null, attachedTo }, { Statement: [] })?.filter(
    (line) => !/Statement/.test(line),
  );
}

describe('a policy as Terraform', () => {
  it.each([
    ['inline', 'P', `${IN}:role/team/ci`, ['resource "aws_iam_role_policy" "P" {', '  name = "P"', '  role = "ci"']],
    ['inline', 'P', `${IN}:group/ops`, ['resource "aws_iam_group_policy" "P" {', '  name = "P"', '  group = "ops"']],
    ['trust', '2nd', `${IN}:role/2nd`, ['resource "aws_iam_role" "_2nd" {', '  name = "2nd"']],
    ['resource', 'arn:aws:s3:::b', 'arn:aws:s3:::b', ['resource "aws_s3_bucket_policy" "b" {', '  bucket = "b"']],
  ] as const)('%s %s of %s', (kind, name, attachedTo, lines) => {
    expect(block(kind, name, attachedTo)).toEqual(expect.arrayContaining([...lines]));
  });

  it('goes into the permission set where the role is one of IAM Identity Center', () => {
    expect(block('inline', 'AwsSSOInlinePolicy', SSO_ROLE)).toEqual([
      'resource "aws_ssoadmin_permission_set_inline_policy" "Developer" {',
      '  instance_arn = aws_ssoadmin_permission_set.Developer.instance_arn',
      '  permission_set_arn = aws_ssoadmin_permission_set.Developer.arn',
      '  inline_policy = jsonencode({',
      '  })',
      '}',
    ]);
  });

  it('is none where Terraform has no resource for it', () => {
    expect(block('session', 'session policy', null)).toBeUndefined();
    expect(block('resource', 'arn:aws:odd:::x', 'arn:aws:odd:::x')).toBeUndefined();
  });
});
