import { ACL_ACTION, writesObject } from '../../checklist/related/object-acl.ts';
import { defineTopic, type Judged } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
export const objectAcl = defineTopic({
  id: 'object-acl',
  keys: /^s3:x-amz-(acl|grant-[a-z-]+|object-ownership)$/,
  by: 'the access control list that comes with the object',
  doc: {
    what: 'wants objects to be written with a certain access control list, and the request came without it or with another.',
    why: 'Buckets that others write to often want bucket-owner-full-control, so that the owner of the bucket owns what is in it. Many tools send no ACL.',
    fix: 'Send the ACL with the object (--acl bucket-owner-full-control), which needs s3:PutObjectAcl too; or have the owner of the bucket turn ACLs off (Object Ownership: bucket owner enforced) and drop the condition.',
  },
  remedies: (judged) =>
    sendValue(
      judged,
      (value, key) => `send ${key.slice(key.indexOf(':') + 1)}: ${value} with the object${besides(judged)}`,
    ),
});

/** A write that brings an ACL is two permissions. */
function besides({ subject, condition }: Judged): string {
  const isWrite = subject.request !== null && writesObject(subject.request.action);
  return isWrite && /^s3:x-amz-(acl|grant-)/i.test(condition.key) ? `, which needs ${ACL_ACTION} too` : '';
}
