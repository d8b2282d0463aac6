import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';
import { withProfile } from './profile.ts';

export const expired = credentialCheck({
  error: 'expired',
  phrases: [
    'The security token included in the request is expired',
    'The provided token has expired',
    'Request has expired',
    'ExpiredToken',
  ],
  summary: 'The credentials that signed the request have expired',
  remedies: (denialCase) => [
    advise(
      'get new credentials; variables left over from an old session (AWS_SESSION_TOKEN) go before every profile',
      'you',
      withProfile(denialCase, ['aws', 'sso', 'login']),
      ['aws', 'sts', 'get-caller-identity'],
    ),
  ],
});
