import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const apiName = defineMiss({
  id: 'api-name',
  kind: 'api-name',
  doc: {
    what: 'lists the name of an API or command in place of its IAM action.',
    why: 'Several APIs ask for an action of another name: ListObjectsV2 for s3:ListBucket, HeadObject for s3:GetObject, Invoke for lambda:InvokeFunction.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
});
