import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const secureTransport = defineTopic({
  id: 'secure-transport',
  keys: /^aws:securetransport$|^s3:tlsversion$/,
  by: 'how the connection is encrypted',
  guard: 'use an encrypted connection',
  remedies: (judged) => sendValue(judged, () => 'use the https:// endpoint'),
});
