import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html */
export const sourceProfile = saidCheck({
  id: 'credentials.source-profile',
  doc: {
    what: 'A profile that assumes a role gets no credentials to do so: its source_profile is missing, empty or leads back to itself.',
    why: 'source_profile names a section that is not there or holds no credentials, or two profiles name each other.',
    fix: 'Let source_profile name a profile that has credentials of its own, or use credential_source.',
  },
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
