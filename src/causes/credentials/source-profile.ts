import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const sourceProfile = quotedCause({
  id: 'credentials.source-profile',
  phrases: [
    'Infinite loop in credential configuration detected',
    'The source_profile',
    'SharedConfigAssumeRoleError',
    'Missing credentials from source profile',
    'Unable to load credentials from source_profile',
  ],
  when: ({ denial }) => denial?.kind === 'credentials',
  summary: 'The profile’s source_profile leads to no credentials',
  remedies: [
    advise('let source_profile name a profile with credentials of its own', 'you', [
      'aws',
      'configure',
      'list-profiles',
    ]),
  ],
});
