import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context */
export const encryptionContext = defineTopic({
  id: 'encryption-context',
  keys: /^kms:(encryptioncontext:|encryptioncontextkeys$|granteeprincipal$|grantisforawsresource$|grantoperations$|calleraccount$)/,
  by: 'what the key is used for',
  doc: {
    what: 'allows the key to be used with a certain encryption context or grant only, and the request has another one.',
    why: 'The encryption context is compared letter by letter; services fill it with the ARN of the resource (the bucket, the secret, the parameter), so that a policy for one resource refuses the next.',
    fix: 'Send the encryption context that the data was encrypted with, or have the owner of the key add it.',
  },
  remedies: (judged) =>
    sendValue(judged, (value, key) => `send the encryption context ${key.split(':').slice(2).join(':')}=${value}`),
});
