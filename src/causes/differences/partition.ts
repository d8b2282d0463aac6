import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const wrongPartition = defineMiss({
  id: 'partition',
  kind: 'partition',
  doc: {
    what: 'names the resource in another partition: arn:aws:, arn:aws-cn: and arn:aws-us-gov: never meet.',
    why: 'The policy was written for the other partition. In templates ${AWS::Partition} (CloudFormation) or data.aws_partition (Terraform) avoids it.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
