import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html */
export const profileNotFound = saidCheck({
  id: 'credentials.profile-not-found',
  doc: {
    what: 'The profile that was named is not in the configuration files of this user on this machine.',
    why: 'The name is misspelt, the section in ~/.aws/config lacks the word `profile`, AWS_CONFIG_FILE points elsewhere, or the job has another home directory.',
    fix: 'Write `[profile NAME]` in ~/.aws/config (`[NAME]` in ~/.aws/credentials), or name one that exists.',
  },
  phrases: [
    'The config profile',
    'failed to get shared config profile',
    'SharedConfigProfileNotExist',
    'Could not find profile',
    'Could not resolve credentials using profile',
  ],
  when: ({ denial }) => denial?.kind === 'credentials',
  summary: 'The profile that was named does not exist where the program ran',
  remedies: [
    advise('see which profiles there are, and correct the name', 'you', ['aws', 'configure', 'list-profiles']),
  ],
});
