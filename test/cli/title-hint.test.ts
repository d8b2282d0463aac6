import { describe, expect, it } from 'vitest';
import { findInText } from '../../src/cli/text/found-text.ts';
import { titleHint } from '../../src/cli/text/title-hint.ts';
import { denytrace } from './run-bin.ts';

/** Titles of AWS's troubleshooting pages and of questions about them; none of them says who was denied what. */
const TITLES = [
  'AccessDeniedException – I Can’t Assume a Role',
  "I can't assume a role",
  'I can’t switch roles in the IAM console',
  'I get "access denied" when I make a request to an AWS service',
  'I get "access denied" when I make a request with temporary security credentials',
  'How do I resolve the error "Access Denied" in Amazon S3?',
  'I am not authorized to perform an action in IAM',
  '403 Forbidden',
  'My role has permissions but I get a permission error',
];

const OTHERS = [
  'all is well',
  'build finished in 12 s',
  'role/prod-deploy was created',
  '',
  `access denied, ${'and much more output of a program '.repeat(12)}`,
];

describe('a title without the error itself', () => {
  it.each(TITLES)('gets a word on what to paste: %s', (title) => {
    expect(findInText(title).subjects).toEqual([]);
    expect(titleHint(title)).toContain('paste the error itself');
  });

  it.each(OTHERS)('is not: %s', (text) => {
    expect(titleHint(text)).toBeUndefined();
  });

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
  ])('of a service that decides itself says what decides there: %s', (text, word) => {
    expect(titleHint(text)).toContain(word);
  });

  it('of OpenSearch is only meant where AWS signed the caller in', () => {
    expect(
      titleHint('no permissions for [indices:data/read/search] and User [name=reports, backend_roles=[]]') ?? '',
    ).not.toContain('backend role,');
  });

  it('of a registry that refuses a pull says what a pull needs', () => {
    const text = 'failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1": 401 Unauthorized';
    expect(titleHint(text)).toContain('ecr:GetAuthorizationToken');
  });

  it.each([
    [
      'Error from server (Forbidden): pods is forbidden: User "arn:aws:sts::111122223333:assumed-role/dev/ana" cannot list resource "pods" in API group "" in the namespace "default"',
      'list-associated-access-policies',
    ],
    ['error: You must be logged in to the server (Unauthorized)', 'access entry'],
  ])('of Kubernetes is not taken for one of AWS: %s', (text, words) => {
    expect(findInText(text).subjects).toEqual([]);
    expect(titleHint(text)).toContain('Kubernetes refused this, not AWS');
    expect(titleHint(text)).toContain(words);
  });

  it('says why a message cannot be decoded', () => {
    const text =
      'An error occurred (InvalidAuthorizationMessageException) when calling the DecodeAuthorizationMessage operation: Message is not valid';
    expect(findInText(text)).toMatchObject({ subjects: [], isAboutAws: false });
    expect(titleHint(text)).toContain('Copy it again as one line');
  });

  it('is not an error about settings', () => {
    const { subjects, isAboutAws } = findInText(
      'An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation: not authorized',
    );
    expect({ subjects, isAboutAws }).toEqual({ subjects: [], isAboutAws: true });
  });

  it.each([
    ['as an argument', ["AccessDeniedException – I Can't Assume a Role"], ''],
    ['on standard input', [], "I can't assume a role\n"],
  ])('gets it on standard error, %s', async (_, args, input) => {
    const { code, stdout, stderr } = await denytrace(['--no-aws', ...args], { input });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No AWS access-denied error was found in the input.\n' });
    expect(stderr).toContain('paste the error itself');
  });

  it('says nothing of it with --quiet', async () => {
    const { stderr } = await denytrace(['--no-aws', '--quiet'], { input: "I can't assume a role\n" });
    expect(stderr).toBe('');
  });
});
