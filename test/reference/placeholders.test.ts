import { describe, expect, it } from 'vitest';
import {
  isAccountPlaceholder,
  isActionPlaceholder,
  isBucketPlaceholder,
  isExampleAccount,
  isNamePlaceholder,
  isRegionPlaceholder,
} from '../../src/reference/placeholders.ts';

/** [what it tells, texts that are placeholders, texts that somebody may mean] */
const TABLE = [
  [
    'an account',
    isAccountPlaceholder,
    '<account-id> accountid ACCOUNT_ID AccountId account-id your-account-id YOUR_ACCOUNT_ID AWS-account-ID aws_account_id <AWS_ACCOUNT_ID> {account} {{account_id}} [account-id] XXXXXXXXXXXX xxxxxxxxxxxx ############ ACCOUNT-ID-WITHOUT-HYPHENS account MY_ACCOUNT ACCOUNTNUMBER acct-id $ACCOUNT_ID %ACCOUNT%',
    '123456789012 111122223333 11112222333 aws cloudfront * 1111* accounting $',
  ],
  [
    'a region',
    isRegionPlaceholder,
    '<region> region REGION aws-region your-region {region} aws_region_name [region]',
    'us-east-1 eu-central-2 us-gov-west-1 * us-* regional $',
  ],
  [
    'a bucket',
    isBucketPlaceholder,
    'DOC-EXAMPLE-BUCKET DOC-EXAMPLE-BUCKET1 DOC-EXAMPLE-DESTINATION-BUCKET amzn-s3-demo-bucket amzn-s3-demo-source-bucket <bucket-name> BUCKET_NAME YOUR-BUCKET-NAME {bucket}',
    'examplebucket bucket-name my-bucket mybucket assets demo-bucket *',
  ],
  [
    'an action',
    isActionPlaceholder,
    'prefix:Action service-prefix:ActionName service:Action s3:GetWidget',
    'sts:AssumeRole states:StartExecution servicequotas:GetServiceQuota iam:CreateServiceLinkedRole',
  ],
  ['a name', isNamePlaceholder, '<role-name> <user>', 'ExampleRole role-name {role} x<y>z *'],
] as const;

describe.each(TABLE)('a placeholder of %s', (_, isPlaceholder, placeholders, others) => {
  it.each(placeholders.split(' '))('is %s', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each(others.split(' '))('is not %s', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe('an account of AWS’s examples', () => {
  it.each(['123456789012', '111122223333', '444455556666'])('is %s, for a request of real accounts', (account) => {
    expect(isExampleAccount(account, ['814512345678'])).toBe(true);
  });

  it.each([
    ['a real one', '814512345678', ['998877665544']],
    ['one of the request’s own', '123456789012', ['123456789012']],
    ['another one, where the incident is told with such ids', '444455556666', ['111122223333']],
  ])('is not %s', (_, account, own) => {
    expect(isExampleAccount(account, own)).toBe(false);
  });

  it('is the most used one even there', () => {
    expect(isExampleAccount('123456789012', ['111122223333', '444455556666'])).toBe(true);
  });
});
