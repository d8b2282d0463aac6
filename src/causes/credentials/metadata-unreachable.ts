import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html */
export const metadataUnreachable = saidCheck({
  id: 'credentials.metadata-unreachable',
  doc: {
    what: 'The SDK fell back to the metadata service of an EC2 instance or container and got no credentials from it.',
    why: 'No role is attached, the program runs in a container and the hop limit of IMDSv2 is 1, or it does not run on AWS at all and an earlier source (profile, variables, web identity) was expected.',
    fix: 'Attach a role, raise the hop limit to 2 for containers, or repair the source that was meant to be used.',
  },
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
