import { describe, expect, it } from 'vitest';
import { compareArns } from '../../src/evidence/near-miss/compare-arns.ts';
import { FAR } from '../../src/evidence/near-miss/difference.ts';

const ROLE = 'arn:aws:iam::444455556666:role/teams/red/prod-deploy';
const PLAIN = 'arn:aws:iam::444455556666:role/prod-deploy';
const OBJECT = 'arn:aws:s3:::reports/2026/may.csv';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:db/main-a1B2c3';

/** [what the policy says, what was asked for, the difference; undefined where it is covered] */
const rows: readonly (readonly [policy: string, asked: string, words: string | undefined])[] = [
  // Covered
  ['*', ROLE, undefined],
  [ROLE, ROLE, undefined],
  ['arn:aws:iam::444455556666:role/*', ROLE, undefined],
  ['arn:aws:iam::444455556666:role/teams/*', ROLE, undefined],
  ['arn:*:iam::444455556666:role/teams/red/prod-?eploy', ROLE, undefined],
  ['arn:aws:s3:::reports/*', OBJECT, undefined],
  ['arn:aws:sqs:*:444455556666:orders', 'arn:aws:sqs:eu-west-1:444455556666:orders', undefined],
  // Partition, service, region, account
  [PLAIN.replace('arn:aws:', 'arn:aws-us-gov:'), PLAIN, 'different partition: policy has aws-us-gov, request has aws'],
  [PLAIN.replace('arn:aws:', 'arn:aws-cn:'), PLAIN, 'different partition: policy has aws-cn, request has aws'],
  [
    PLAIN.replace('444455556666', '111122223333'),
    PLAIN,
    'different account: policy has 111122223333, request has 444455556666',
  ],
  [
    PLAIN.replace('444455556666', '444455556667'),
    PLAIN,
    'different account: policy has 444455556667, request has 444455556666',
  ],
  [
    PLAIN.replace('444455556666', '44445555666'),
    PLAIN,
    'different account: policy has 44445555666 (not twelve digits), request has 444455556666',
  ],
  [PLAIN.replace('444455556666', ''), PLAIN, 'no account: it must be 444455556666'],
  ['arn:aws:s3::444455556666:reports', 'arn:aws:s3:::reports', 'an account, 444455556666, in an ARN that has none'],
  ['arn:aws:s3:eu-west-1::reports', 'arn:aws:s3:::reports', 'a region, eu-west-1, in an ARN that has none'],
  [PLAIN.replace(':iam:', ':sts:'), PLAIN, 'different service: policy has sts, request has iam'],
  [
    'arn:aws:sqs:us-east-1:444455556666:orders',
    'arn:aws:sqs:eu-west-1:444455556666:orders',
    'different region: policy has us-east-1, request has eu-west-1',
  ],
  ['arn:aws:sqs::444455556666:orders', 'arn:aws:sqs:eu-west-1:444455556666:orders', 'no region: it must be eu-west-1'],
  [
    PLAIN.replace('444455556666', '111122223333').replace('prod', 'test'),
    PLAIN,
    'different account: policy has 111122223333, request has 444455556666; one part of the name: policy has test, request has prod',
  ],
  // A part that is not known is no difference
  [
    'arn:aws:ec2:us-east-1:444455556666:subnet/*',
    `arn:aws:ec2:${'$'}{Region}:${'$'}{Account}:subnet/subnet-1`,
    undefined,
  ],
  [
    'arn:aws:ec2:us-east-1:accountid:subnet/*',
    `arn:aws:ec2:${'$'}{Region}:${'$'}{Account}:subnet/subnet-1`,
    'no account: accountid has not twelve digits',
  ],
  [
    'arn:aws:ec2:us-east-1:444455556666:instance/*',
    `arn:aws:ec2:${'$'}{Region}::image/ami-1`,
    'different kind of resource: policy has instance, request has image',
  ],
  // Path
  [PLAIN, ROLE, 'missing path: the role is at /teams/red/'],
  [ROLE, PLAIN, 'a path, /teams/red/, that the role does not have'],
  [ROLE.replace('red', 'blue'), ROLE, 'different path: policy has /teams/blue/, request has /teams/red/'],
  [ROLE.replace('teams', 'Teams'), ROLE, 'different case of the path: policy has /Teams/red/, request has /teams/red/'],
  [
    PLAIN.replace('prod-deploy', 'prod-deplay'),
    ROLE,
    'missing path: the role is at /teams/red/; one letter: policy has prod-deplay, request has prod-deploy',
  ],
  ['arn:aws:iam::444455556666:role/prod*', ROLE, 'missing path: the role is at /teams/red/'],
  // Name
  [
    PLAIN.replace('prod-deploy', 'Prod-Deploy'),
    PLAIN,
    'different case: policy has Prod-Deploy, request has prod-deploy',
  ],
  [PLAIN.replace('prod-deploy', 'prod-deploi'), PLAIN, 'one letter: policy has prod-deploi, request has prod-deploy'],
  [PLAIN.replace('prod-deploy', 'prod-delpoy'), PLAIN, 'one letter: policy has prod-delpoy, request has prod-deploy'],
  [PLAIN.replace('prod-deploy', 'prod-depl'), PLAIN, 'two letters: policy has prod-depl, request has prod-deploy'],
  [PLAIN.replace('prod-deploy', 'prod_deploy'), PLAIN, 'one letter: policy has prod_deploy, request has prod-deploy'],
  [PLAIN.replace('prod-deploy', 'proddeploy'), PLAIN, 'one letter: policy has proddeploy, request has prod-deploy'],
  [PLAIN.replace('prod-deploy', 'staging-deploy'), PLAIN, 'one part of the name: policy has staging, request has prod'],
  [
    PLAIN.replace('prod-deploy', 'deploy-prod'),
    PLAIN,
    'the same words in a different order: policy has deploy-prod, request has prod-deploy',
  ],
  [
    PLAIN.replace('prod-deploy', 'prod-eu-deploy'),
    PLAIN,
    'the name has the part "eu": policy has prod-eu-deploy, request has prod-deploy',
  ],
  [
    PLAIN.replace('prod-deploy', 'deploy'),
    PLAIN,
    'the name lacks the part "prod": policy has deploy, request has prod-deploy',
  ],
  [
    PLAIN.replace('prod-deploy', 'prod-deployments'),
    PLAIN,
    'longer name: policy has prod-deployments, request has prod-deploy',
  ],
  [`${PLAIN} `, PLAIN, 'white space around it'],
  [` ${PLAIN}`, PLAIN, 'white space around it'],
  [PLAIN.replace('prod-deploy', 'prod-\u200bdeploy'), PLAIN, 'an invisible character in it, U+200B'],
  [`\ufeff${PLAIN}`, PLAIN, 'white space around it'],
  // Wildcards
  [
    'arn:aws:iam::444455556666:role/app-*',
    PLAIN,
    'the wildcard does not cover it: policy has app-*, request has prod-deploy',
  ],
  [
    'arn:aws:iam::444455556666:role/prod-deploy-*',
    PLAIN,
    'the wildcard does not cover it: policy has prod-deploy-*, request has prod-deploy',
  ],
  ['arn:aws:iam::444455556666:role/Prod-*', PLAIN, 'different case: Prod-* does not cover prod-deploy'],
  [
    'arn:aws:iam::444455556666:role/prod-deplo?y',
    PLAIN,
    'the wildcard does not cover it: policy has prod-deplo?y, request has prod-deploy',
  ],
  // Kinds of resources
  [
    'arn:aws:iam::444455556666:instance-profile/prod-deploy',
    PLAIN,
    'different kind of resource: policy has instance-profile, request has role',
  ],
  [
    'arn:aws:iam::444455556666:user/prod-deploy',
    PLAIN,
    'different kind of resource: policy has user, request has role',
  ],
  ['arn:aws:sts::444455556666:assumed-role/prod-deploy/*', PLAIN, 'the ARN of a role session instead of the role'],
  ['arn:aws:sts::444455556666:assumed-role/prod-deploy/build-7', ROLE, 'the ARN of a role session instead of the role'],
  // Buckets and objects
  ['arn:aws:s3:::reports', OBJECT, 'the bucket, not the objects in it: reports/* is missing'],
  [
    'arn:aws:s3:::reports/*',
    'arn:aws:s3:::reports',
    'objects in the bucket, not the bucket itself: reports is missing',
  ],
  ['arn:aws:s3:::report/*', OBJECT, 'one letter: policy has report, request has reports (bucket)'],
  ['arn:aws:s3:::Reports/*', OBJECT, 'different case: policy has Reports, request has reports (bucket)'],
  [
    'arn:aws:s3:::reports/2025/*',
    OBJECT,
    'the wildcard does not cover it: policy has 2025/*, request has 2026/may.csv',
  ],
  ['arn:aws:s3:::reports/2026/mai.csv', OBJECT, 'one letter: policy has 2026/mai.csv, request has 2026/may.csv'],
  ['arn:aws:s3:::reports/', OBJECT, 'different name: policy has none, request has 2026/may.csv'],
  // What is inside, and what AWS adds to names
  [
    'arn:aws:logs:eu-west-1:444455556666:log-group:/app',
    'arn:aws:logs:eu-west-1:444455556666:log-group:/app:log-stream:a',
    'it ends before :log-stream:a',
  ],
  [
    'arn:aws:dynamodb:eu-west-1:444455556666:table/orders',
    'arn:aws:dynamodb:eu-west-1:444455556666:table/orders/index/by-day',
    'it ends before /index/by-day',
  ],
  [
    'arn:aws:dynamodb:eu-west-1:444455556666:table/orders/index/*',
    'arn:aws:dynamodb:eu-west-1:444455556666:table/orders',
    'policy has what is inside it (/index/*), request is for it itself',
  ],
  [
    'arn:aws:lambda:eu-west-1:444455556666:function:resize',
    'arn:aws:lambda:eu-west-1:444455556666:function:resize:live',
    'it ends before :live',
  ],
  [SECRET.slice(0, -7), SECRET, 'without the six characters that end a secret’s ARN: secret:db/main-?????? covers it'],
  [
    SECRET.replace('a1B2c3', 'Zz9Yy8'),
    SECRET,
    'an older or newer secret of the same name: the last six characters of its ARN differ',
  ],
  [
    'arn:aws:kms:eu-west-1:444455556666:alias/data',
    'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'an alias: policies must name the key itself',
  ],
  // No ARNs
  [PLAIN, '*', 'this action has no resource-level permissions: only "*" matches'],
  ['prod-deploy', PLAIN, `the name alone instead of the full ARN: it must be ${PLAIN}`],
  ['role/prod-deploy', PLAIN, `the name alone instead of the full ARN: it must be ${PLAIN}`],
  ['arn:aws:iam', PLAIN, 'not an ARN'],
  ['', PLAIN, 'not an ARN'],
];

describe('the difference between an ARN in a policy and the one that was asked for', () => {
  it.each(rows)('%j and %j', (policy, asked, words) => {
    expect(compareArns(policy, asked)?.words).toBe(words);
  });

  it.each([
    ['arn:aws:iam::444455556666:role/billing-reader', PLAIN],
    ['arn:aws:s3:::reports/*', PLAIN],
    ['arn:aws:s3:::other-bucket/*', OBJECT],
  ])('%j is another thing than %j', (policy, asked) => {
    expect(compareArns(policy, asked)?.distance).toBeGreaterThanOrEqual(FAR);
  });

  it('takes another service for a mistake only where the rest is the same', () => {
    expect(compareArns(PLAIN.replace(':iam:', ':sts:'), PLAIN)?.distance).toBeLessThan(FAR);
    expect(compareArns('arn:aws:sts::444455556666:role/prod-*', PLAIN)?.distance).toBeGreaterThanOrEqual(FAR);
  });

  it('finds the likelier one nearer', () => {
    const distances = ['prod-deploi', 'staging-deploy', 'billing-reader'].map(
      (name) => compareArns(PLAIN.replace('prod-deploy', name), PLAIN)?.distance ?? 0,
    );
    expect(distances).toEqual(distances.toSorted((left, right) => left - right));
  });
});

describe('hostile texts', () => {
  it.each([
    ['stars', `arn:aws:iam::444455556666:role/${'*a'.repeat(500_000)}`],
    ['colons', ':'.repeat(500_000)],
    ['slashes', `arn:aws:iam::444455556666:role${'/'.repeat(500_000)}`],
    ['dashes', `arn:aws:iam::444455556666:role/${'-'.repeat(500_000)}`],
    ['white space', `arn:aws:iam::444455556666:role/${' '.repeat(500_000)}x`],
    ['a long name', `arn:aws:iam::444455556666:role/${'x'.repeat(500_000)}`],
    ['invisible characters', `arn:aws:iam::444455556666:role/${'\u200b'.repeat(500_000)}`],
  ])('%s are compared at once', (_name, policy) => {
    expect(compareArns(policy, PLAIN)).toBeDefined();
    expect(compareArns(PLAIN, policy)).toBeDefined();
  });
});
