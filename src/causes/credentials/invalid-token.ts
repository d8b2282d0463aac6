import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

export const invalidToken = credentialCheck({
  error: 'invalid-token',
  phrases: [
    'The security token included in the request is invalid',
    'The AWS Access Key Id you provided does not exist in our records',
    'AWS was not able to validate the provided access credentials',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'InvalidAccessKeyId',
    'AuthFailure',
  ],
  summary: 'AWS does not know the credentials that signed the request: no policy was asked',
  remedies: () => [
    advise(
      'see which credentials are in use and whether AWS knows them; with a session key, AWS_SESSION_TOKEN must be set too',
      'you',
      ['aws', 'configure', 'list'],
      ['aws', 'sts', 'get-caller-identity'],
    ),
  ],
});
