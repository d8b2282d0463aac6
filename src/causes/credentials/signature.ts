import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html */
export const signature = credentialCheck({
  error: 'signature',
  doc: {
    what: 'The signature of the request is not the one that AWS calculated: it knows the key id, and asked no policy.',
    why: 'The secret key does not belong to the key id, or was cut or padded while copying; a proxy changed signed headers; or the request was signed for another region or service than it went to.',
    fix: 'Copy key id and secret again as one pair, without quotes and spaces, and sign for the region of the endpoint.',
  },
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
