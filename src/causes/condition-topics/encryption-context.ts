import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const encryptionContext = defineTopic({
  id: 'encryption-context',
  keys: /^kms:(encryptioncontext:|encryptioncontextkeys$|granteeprincipal$|grantisforawsresource$|grantoperations$|calleraccount$)/,
  by: 'what the key is used for',
  remedies: (judged) =>
    sendValue(judged, (value, key) => `send the encryption context ${key.split(':').slice(2).join(':')}=${value}`),
});
