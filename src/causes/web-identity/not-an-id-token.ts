import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const notAnIdToken = quotedCause({
  id: 'web-identity.not-an-id-token',
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
