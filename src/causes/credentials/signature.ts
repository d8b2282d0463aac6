import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

export const signature = credentialCheck({
  error: 'signature',
  phrases: [
    'The request signature we calculated does not match the signature you provided',
    'Credential should be scoped to a valid region',
    'There were headers present in the request which were not signed',
    'SignatureDoesNotMatch',
    'IncompleteSignature',
  ],
  summary:
    'The secret key, the region or a signed header of the request is not what AWS expects: the signature does not match',
  remedies: () => [
    advise('set key id and secret again as one pair, and check the region that the client signs for', 'you', [
      'aws',
      'configure',
      'list',
    ]),
  ],
});
