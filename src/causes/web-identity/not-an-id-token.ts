import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const notAnIdToken = saidCheck({
  id: 'web-identity.not-an-id-token',
  doc: {
    what: 'What was sent is no id token: STS cannot read it as a signed JSON web token.',
    why: 'An access token or a secret was sent instead, the file was empty or cut, or the variable held the request token of the CI system rather than its answer.',
    fix: 'Send the id token (three parts with dots between) that the issuer returns for the wanted audience.',
  },
  phrases: [
    'The ID Token provided is not a valid JWT',
    'Provided Token is not a Login With Amazon token',
    'The token provided is not a valid JWT',
    'not a well-formed JWT',
  ],
  summary: 'What was sent to STS is not an id token',
  remedies: [
    advise('send the id token of the issuer, not an access token; `--web-identity-token FILE` shows what a file holds'),
  ],
});
