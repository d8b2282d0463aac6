import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const containedResource = defineMiss({
  id: 'contained',
  kind: 'inside',
  doc: {
    what: 'names a resource where something inside of it was asked for, or the other way round.',
    why: 'A log group and its streams (:*), a table and its indexes (/index/*), a function and its versions or aliases (:live) have ARNs of their own.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
