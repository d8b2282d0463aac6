import { ACL_ACTION, writesObject } from '../../reference/object-acl.ts';
import { defineTopic, type Judged } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const objectAcl = defineTopic({
  id: 'object-acl',
  keys: /^s3:x-amz-(acl|grant-[a-z-]+|object-ownership)$/,
  by: 'the access control list that comes with the object',
  remedies: (judged) =>
    sendValue(
      judged,
      (value, key) => `send ${key.slice(key.indexOf(':') + 1)}: ${value} with the object${besides(judged)}`,
    ),
});

/** A write that brings an ACL is two permissions. */
function besides({ denialCase, condition }: Judged): string {
  const isWrite = denialCase.request !== null && writesObject(denialCase.request.action);
  return isWrite && /^s3:x-amz-(acl|grant-)/i.test(condition.key) ? `, which needs ${ACL_ACTION} too` : '';
}
