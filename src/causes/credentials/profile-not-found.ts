import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const profileNotFound = quotedCause({
  id: 'credentials.profile-not-found',
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
