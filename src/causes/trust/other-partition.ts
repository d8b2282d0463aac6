import { parseArn } from '../../model/arn.ts';
import { principalCause } from '../runners/principal-cause.ts';

export const otherPartition = principalCause({
  id: 'trust.other-partition',
  when: ({ named, caller }) => {
    const [policy, own] = [parseArn(named), parseArn(caller)];
    return policy !== undefined && own !== undefined && policy.partition !== own.partition;
  },
  summary: ({ named, caller, place }) => `${place} names ${named}, and the caller is ${caller}: the partition differs`,
});
