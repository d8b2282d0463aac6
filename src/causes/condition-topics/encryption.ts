import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms */
export const encryption = defineTopic({
  id: 'encryption',
  keys: /^s3:x-amz-server-side-encryption|^(ec2|elasticfilesystem):encrypted$|^rds:storageencrypted$/,
  by: 'how the data is encrypted',
  doc: {
    what: 'wants data to be stored encrypted in a certain way, and the request does not ask for that.',
    why: 'The header or parameter for encryption was left out, or names another key or algorithm. A bucket that encrypts by default does not put the header into the request: a policy that asks for it refuses such requests.',
    fix: 'Send the parameter (x-amz-server-side-encryption and the key’s ARN, Encrypted=true), or have the owner of the policy leave it to the default encryption.',
  },
  remedies: (judged) =>
    sendValue(judged, (value, key) => `ask for the encryption that the policy wants: ${key} ${value}`),
});
