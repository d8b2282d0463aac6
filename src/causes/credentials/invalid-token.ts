import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
export const invalidToken = credentialCheck({
  error: 'invalid-token',
  doc: {
    what: 'AWS does not know the credentials: the key id or session token is not valid where it was sent, and no policy was asked.',
    why: 'The key was deleted, deactivated or mistyped; a session key was used without its session token; it is a key of another partition (China, GovCloud); or a token of the global STS endpoint was used in an opt-in region.',
    fix: 'Export all three values of a session together (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN), check that the key is active, and call the endpoints of the partition it belongs to.',
  },
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
