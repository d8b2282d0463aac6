import { describe, expect, it } from 'vitest';
import { findInText } from '../../src/cli/text/found-text.ts';
import { hintForAnswer } from '../../src/cli/text/other-answers.ts';
import { denytrace } from './run-bin.ts';

describe('an answer that is no denial of access', () => {
  it.each([
    [
      '{"type":"security_exception","reason":"no permissions for [indices:data/write/bulk] and User [name=arn:aws:iam::111122223333:role/delivery, backend_roles=[arn:aws:iam::111122223333:role/delivery], requestedTenant=null]"}',
      'as a backend role',
    ],
    [
      '{"errors":[{"path":["listOrders"],"data":null,"errorType":"Unauthorized","message":"Not Authorized to access listOrders on type Query"}]}',
      '@aws_iam',
    ],
    [
      'ValidationException: Before you can proceed, you must enable a service-linked role to give Amazon OpenSearch Service permissions to access your VPC.',
      'create-service-linked-role --aws-service-name opensearchservice.amazonaws.com',
    ],
    [
      'An error occurred (AccessControlListNotSupported) when calling the PutObject operation: The bucket does not allow ACLs',
      'Object Ownership',
    ],
    [
      "An error occurred (TagPolicyViolation) when calling the RunInstances operation: The tag policy does not allow the specified value for the following tag key: 'CostCenter'.",
      'describe-effective-policy --policy-type TAG_POLICY',
    ],
    [
      'An error occurred (AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The specified queue does not exist or you do not have access to it.',
      'sqs:GetQueueUrl',
    ],
    [
      "An error occurred (NotAuthorizedException) when calling the GetCredentialsForIdentity operation: Access to Identity 'eu-west-1:0a0a0a0a-1111-4222-8333-444444444444' is forbidden.",
      'under Logins',
    ],
    ['Error: Could not assume role with OIDC: Request ARN is invalid', 'arn:aws:iam::<12 digits>:role/'],
  ])('of a service that decides itself says what decides there: %s', (text, word) => {
    expect(hintForAnswer(text)).toContain(word);
  });

  it('of OpenSearch is only meant where AWS signed the caller in', () => {
    expect(
      hintForAnswer('no permissions for [indices:data/read/search] and User [name=reports, backend_roles=[]]') ?? '',
    ).not.toContain('backend role,');
  });

  it('of a registry that refuses a pull says what a pull needs', () => {
    const text = 'failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1": 401 Unauthorized';
    expect(hintForAnswer(text)).toContain('ecr:GetAuthorizationToken');
  });

  it.each([
    [
      'Error from server (Forbidden): pods is forbidden: User "arn:aws:sts::111122223333:assumed-role/dev/ana" cannot list resource "pods" in API group "" in the namespace "default"',
      'list-associated-access-policies',
    ],
    ['error: You must be logged in to the server (Unauthorized)', 'access entry'],
  ])('of Kubernetes is not taken for one of AWS: %s', (text, words) => {
    expect(findInText(text).subjects).toEqual([]);
    expect(hintForAnswer(text)).toContain('Kubernetes refused this, not AWS');
    expect(hintForAnswer(text)).toContain(words);
  });

  it('says why a message cannot be decoded', () => {
    const text =
      'An error occurred (InvalidAuthorizationMessageException) when calling the DecodeAuthorizationMessage operation: Message is not valid';
    expect(findInText(text)).toMatchObject({ subjects: [], isAboutAws: false });
    expect(hintForAnswer(text)).toContain('Copy it again as one line');
  });

  it.each([
    [
      'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      'aws iam update-role --role-name <role> --max-session-duration',
    ],
    [
      'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      'at most one hour',
    ],
    [
      'An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/gone"',
      'a principal in it does not exist',
    ],
    [
      'Error: Your request included an invalid SAML response. To logout, click here.',
      'https://aws.amazon.com/SAML/Attributes/Role',
    ],
  ])('of a check before any policy says what helps: %s', async (text, words) => {
    const { code, stdout, stderr } = await denytrace(['--no-aws'], { input: text });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No AWS access-denied error was found in the input.\n' });
    expect(stderr).toContain(words);
  });
});
