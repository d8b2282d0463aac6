import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const requestTag = defineTopic({
  id: 'request-tag',
  keys: /^aws:(requesttag\/|tagkeys$)/,
  by: 'the tags that come with the request',
  remedies: (judged) =>
    /tagkeys$/i.test(judged.condition.key)
      ? undefined
      : sendValue(judged, (value, key) => `send the tag ${key.slice(key.indexOf('/') + 1)}=${value} with the request`),
});
