import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#condition-key-bucket-ops-2 */
export const listPrefix = defineTopic({
  id: 'list-prefix',
  keys: /^s3:(prefix|delimiter|max-keys)$/,
  by: 'the part of the bucket that is listed',
  doc: {
    what: 'lets the bucket be listed under certain prefixes only, and the request is for another one or for the whole bucket.',
    why: 'The prefix lacks its slash at the end, or none was sent: tools that open a bucket list it from the top.',
    fix: 'List with the prefix that the policy has, or have the owner of the policy add this one.',
  },
  remedies: (judged) => sendValue(judged, (value) => `list under the prefix ${value}`),
});
