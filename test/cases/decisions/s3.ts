import type { Decision } from './decision.ts';
import { allow, HERE, policy, refusal, role, snapshot, THERE } from './world.ts';

const APP = `arn:aws:sts::${HERE}:assumed-role/app/i-1`;
const ROOT = `arn:aws:iam::${HERE}:root`;
const POINTS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html';
const OWN_POLICY = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html';
const POINT = `arn:aws:s3:eu-west-1:${THERE}:accesspoint/reports`;
const LOCKED = policy({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::locked', 'arn:aws:s3:::locked/*'],
});
const PUBLIC = policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::open/*' });
const READS = { roles: [role('app', [allow('s3:*')])] };
const GET = refusal(APP, 'GetObject', 's3:GetObject', `${POINT}/object/q1.csv`);

function open(principal: string) {
  return policy({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 's3:GetObject',
    Resource: `${POINT}/object/*`,
  });
}

/** Buckets, their access points and their owner. */
export const S3: readonly Decision[] = [
  {
    name: 'an access point that does not allow the other account is enough to be denied',
    page: POINTS,
    asked: GET,
    snapshot: snapshot({ [HERE]: READS, [THERE]: { policies: { [POINT]: open('777788889999') } } }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['resource.account'] },
  },
  {
    name: 'so is an access point without a policy',
    page: POINTS,
    asked: GET,
    snapshot: snapshot({ [HERE]: READS, [THERE]: {} }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['resource.cross-account'] },
  },
  {
    name: 'an access point that allows it leaves the policy of the bucket open',
    page: POINTS,
    asked: GET,
    snapshot: snapshot({ [HERE]: READS, [THERE]: { policies: { [POINT]: open(HERE) } } }),
    expect: { verdict: 'undetermined', open: 'the bucket behind the access point' },
  },
  {
    name: 'the root user of the bucket’s account can put another policy, whatever the present one denies',
    page: OWN_POLICY,
    asked: { principal: ROOT, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::locked' },
    snapshot: snapshot({ [HERE]: { policies: { 'arn:aws:s3:::locked': LOCKED } } }),
    expect: { verdict: 'allowed', causes: [] },
  },
  {
    name: 'the root user of another account is denied',
    page: OWN_POLICY,
    asked: { principal: ROOT, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::locked' },
    snapshot: snapshot({ [HERE]: {}, [THERE]: { policies: { 'arn:aws:s3:::locked': LOCKED } } }),
    expect: { verdict: 'denied' },
  },
  {
    name: 'the root user can do nothing else that the policy denies',
    page: OWN_POLICY,
    asked: { principal: ROOT, action: 's3:PutBucketAcl', resource: 'arn:aws:s3:::locked' },
    snapshot: snapshot({ [HERE]: { policies: { 'arn:aws:s3:::locked': LOCKED } } }),
    expect: { verdict: 'denied', causes: ['resource.explicit-deny'] },
  },
  {
    name: 'the policy of a VPC endpoint can deny it to the root user',
    page: OWN_POLICY,
    asked: { principal: ROOT, action: 's3:DeleteBucketPolicy', resource: 'arn:aws:s3:::locked' },
    snapshot: snapshot({ [HERE]: { policies: { 'arn:aws:s3:::locked': LOCKED } } }),
    options: { endpointPolicy: policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }) },
    expect: { verdict: 'denied' },
  },
  {
    name: 'a public policy allows another account only where Block Public Access is off',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    asked: { principal: `arn:aws:iam::${HERE}:role/app`, action: 's3:GetObject', resource: 'arn:aws:s3:::open/a' },
    snapshot: snapshot({ [HERE]: READS, [THERE]: { policies: { 'arn:aws:s3:::open': PUBLIC } } }),
    expect: { verdict: 'allowed', assumes: ['public-access-block=off'] },
  },
  {
    name: 'a key that only VPC endpoints send shows that there was one, whose policy is not known',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    asked: { principal: `arn:aws:iam::${HERE}:role/app`, action: 's3:ListAllMyBuckets', resource: '*' },
    snapshot: snapshot({ [HERE]: READS }),
    options: { context: { 'aws:VpcSourceIp': '10.0.3.7' } },
    expect: { verdict: 'undetermined' },
  },
];
