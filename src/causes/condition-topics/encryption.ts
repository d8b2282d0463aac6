import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const encryption = defineTopic({
  id: 'encryption',
  keys: /^s3:x-amz-server-side-encryption|^(ec2|elasticfilesystem):encrypted$|^rds:storageencrypted$/,
  by: 'how the data is encrypted',
  remedies: (judged) =>
    sendValue(judged, (value, key) => `ask for the encryption that the policy wants: ${key} ${value}`),
});
