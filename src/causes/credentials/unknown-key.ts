import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export const unknownKey = saidCheck({
  id: 'credentials.unknown-key',
  doc: {
    what: 'The access key id does not exist (any more).',
    why: 'The key was deleted, belongs to another partition, is one of an S3-compatible service, or is a session key sent without its token.',
    fix: 'Make a new key for the user, or use a role instead of a key.',
  },
  codes: ['InvalidAccessKeyId'],
  phrases: ['The AWS Access Key Id you provided does not exist in our records'],
  summary:
    'The access key id does not exist: it was deleted, is of another partition, or a session key without its token',
  remedies: [advise('see whether the key is there and active', 'account-admin', ['aws', 'iam', 'list-access-keys'])],
});
