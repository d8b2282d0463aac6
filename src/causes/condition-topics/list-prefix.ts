import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const listPrefix = defineTopic({
  id: 'list-prefix',
  keys: /^s3:(prefix|delimiter|max-keys)$/,
  by: 'the part of the bucket that is listed',
  remedies: (judged) => sendValue(judged, (value) => `list under the prefix ${value}`),
});
