import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';

const DENIED =
  'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.';
const AT = '2026-03-13 16:23:57,570 - MainThread - botocore.credentials - ';
const looking = (...names: readonly string[]) =>
  names.map((name) => `${AT}DEBUG - Looking for credentials via: ${name}`).join('\n');

function sourceIn(text: string): string | undefined {
  return parseDenials(text).at(-1)?.credentialsFrom;
}

describe('the source of the credentials', () => {
  it.each([
    [
      `${AT}INFO - Found credentials in shared credentials file: ~/.aws/credentials`,
      'the shared credentials file ~/.aws/credentials',
    ],
    [
      `${AT}INFO - Found credentials in shared credentials file: C:\\Users\\Ana B\\.aws\\credentials`,
      'the shared credentials file C:\\Users\\Ana B\\.aws\\credentials',
    ],
    [`${AT}INFO - Found credentials in environment variables.`, 'environment variables'],
    [`${AT}INFO - Credentials found in config file: ~/.aws/config`, 'the config file ~/.aws/config'],
    [`${AT}INFO - Found credentials from IAM Role: web-server`, 'the role of the EC2 instance, web-server'],
    [looking('env', 'assume-role', 'sso'), 'IAM Identity Center (SSO settings of the profile)'],
    [looking('env', 'custom-process'), 'credential_process of the profile'],
    [looking('env', 'container-role'), 'the credentials endpoint of the container (task role, pod identity)'],
    [`access_key     ****************ABCD shared-credentials-file`, 'the shared credentials file'],
    [`access_key : ****************ABCD : env :`, 'environment variables'],
    [looking('env', 'login'), 'the sign-in of aws login'],
    [
      '[cloudshell-user@ip-10-4-175-98 ~]$ aws ec2 describe-instances',
      'the sign-in to the AWS Management Console (AWS CloudShell)',
    ],
    ['[INFO]  AWS Auth provider used: "SharedCredentialsProvider"', 'the provider SharedCredentialsProvider'],
    [
      'DEBUG com.amazonaws.auth.AWSCredentialsProviderChain - Loading credentials from com.amazonaws.auth.EnvironmentVariableCredentialsProvider@1b2c',
      'the provider EnvironmentVariableCredentialsProvider',
    ],
  ])('is read from: %s', (line, expected) => {
    expect(sourceIn(`${line}\n\n${DENIED}`)).toBe(expected);
  });

  it.each([
    ['no such line', 'some other output'],
    ['a source that is not known', looking('crystal-ball')],
    ['prose', 'Please look for credentials in your own files first.'],
    ['a line that no program prints', `${AT}INFO - Found credentials in shared credentials file: ${'a'.repeat(3_000)}`],
  ])('is not read from %s', (_, line) => {
    expect(sourceIn(`${line}\n${DENIED}`)).toBeUndefined();
  });

  it('is not that of a line behind the error', () => {
    expect(sourceIn(`${DENIED}\n${AT}INFO - Found credentials in environment variables.`)).toBeUndefined();
  });

  it('is the last one before the error, for each error', () => {
    const second = 'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied';
    const text = [
      looking('env', 'shared-credentials-file'),
      `${AT}INFO - Found credentials in shared credentials file: /home/ana/.aws/credentials`,
      DENIED,
      `${AT}INFO - Found credentials in environment variables.`,
      second,
    ].join('\n');
    expect(parseDenials(text).map(({ credentialsFrom }) => credentialsFrom)).toEqual([
      'the shared credentials file /home/ana/.aws/credentials',
      'environment variables',
    ]);
  });

  it('is none where the program found none', () => {
    expect(sourceIn(`${looking('env', 'iam-role')}\nUnable to locate credentials`)).toBeUndefined();
  });

  it('stands in the step of the caller', async () => {
    const text = `${AT}INFO - Found credentials in environment variables.\n${DENIED}`;
    const { steps } = await diagnoseSituation({ text });
    expect(steps[0]).toMatchObject({
      title: 'The error names no caller',
      summary: 'the credentials came from environment variables',
    });
  });
});
