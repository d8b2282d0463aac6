import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport */
export const secureTransport = defineTopic({
  id: 'secure-transport',
  keys: /^aws:securetransport$|^s3:tlsversion$/,
  by: 'how the connection is encrypted',
  guard: 'use an encrypted connection',
  doc: {
    what: 'refuses requests that are not encrypted in transit, or not by a recent version of TLS.',
    why: 'The client uses an http:// endpoint (a custom endpoint URL, an old link, a website endpoint), or a TLS version that is too old.',
    fix: 'Use the https:// endpoint, and a client that speaks TLS 1.2 or later. The statement is right: leave it as it is.',
  },
  remedies: (judged) => sendValue(judged, () => 'use the https:// endpoint'),
});
