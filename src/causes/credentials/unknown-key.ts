import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const unknownKey = quotedCause({
  id: 'credentials.unknown-key',
  codes: ['InvalidAccessKeyId'],
  phrases: ['The AWS Access Key Id you provided does not exist in our records'],
  summary:
    'The access key id does not exist: it was deleted, is of another partition, or a session key without its token',
  remedies: [advise('see whether the key is there and active', 'account-admin', ['aws', 'iam', 'list-access-keys'])],
});
