import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';
import { withProfile } from './profile.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
export const expired = credentialCheck({
  error: 'expired',
  doc: {
    what: 'The session that signed the request is over: AWS stopped there, and asked no policy.',
    why: 'Temporary credentials live from 15 minutes to 36 hours. A long job outlives them, a cached session is used again, or exported variables are left over from yesterday.',
    fix: 'Get new credentials: sign in again, or assume the role again. For a long job let the SDK fetch them itself (a profile, a container or instance role) instead of exporting them once, or ask for a longer session.',
  },
  phrases: [
    'The security token included in the request is expired',
    'The provided token has expired',
    'Request has expired',
    'ExpiredToken',
  ],
  summary: 'The credentials that signed the request have expired',
  remedies: (subject) => [
    advise(
      'get new credentials; variables left over from an old session (AWS_SESSION_TOKEN) go before every profile',
      'you',
      withProfile(subject, ['aws', 'sso', 'login']),
      ['aws', 'sts', 'get-caller-identity'],
    ),
  ],
});
