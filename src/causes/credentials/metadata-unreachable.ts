import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const metadataUnreachable = quotedCause({
  id: 'credentials.metadata-unreachable',
  phrases: [
    'no EC2 IMDS role found',
    'EC2MetadataError',
    'EC2RoleRequestError',
    'Unable to contact EC2 metadata service',
    'Error retrieving credentials from the instance profile metadata server',
    'failed to retrieve credentials from EC2 IMDS',
    'Unable to retrieve credentials from IMDS',
    'Could not load credentials from EC2 metadata',
  ],
  when: ({ denial }) => denial?.kind === 'credentials',
  summary: 'The SDK fell back to the metadata service of the machine, and there was no role to get',
  remedies: [
    advise(
      'attach an instance profile; for containers raise the hop limit of the instance’s metadata options to 2',
      'account-admin',
    ),
    advise('or repair the source of credentials that should have come first', 'you', ['aws', 'configure', 'list']),
  ],
});
