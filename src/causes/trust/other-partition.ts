import { parseArn } from '../../model/arn.ts';
import { principalCause } from './principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const otherPartition = principalCause({
  id: 'trust.other-partition',
  doc: {
    what: 'The trust policy names a principal of another partition (aws, aws-cn, aws-us-gov) than the caller’s.',
    why: 'A template writes `arn:aws:` where the account is in China or GovCloud. Partitions share no accounts, and no role can be assumed across them.',
    fix: 'Have the owner of the role name the caller with the partition of its own ARN; templates have ${AWS::Partition} for it.',
  },
  when: ({ named, caller }) => {
    const [policy, own] = [parseArn(named), parseArn(caller)];
    return policy !== undefined && own !== undefined && policy.partition !== own.partition;
  },
  summary: ({ named, caller, place }) => `${place} names ${named}, and the caller is ${caller}: the partition differs`,
});
