import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const requestParameter = defineTopic({
  id: 'request-parameter',
  // Whatever is left of the keys that a service defines for its own requests.
  keys: /^(?!aws:|saml:|iam:passedtoservice$)[a-z0-9-]+:/,
  by: 'a parameter of the call',
  remedies: (judged) => sendValue(judged, (value, key) => `send ${key.slice(key.indexOf(':') + 1)} = ${value}`),
});
