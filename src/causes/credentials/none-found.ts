import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';
import { withProfile } from './profile.ts';

export const noneFound = credentialCheck({
  error: 'none-found',
  phrases: [
    'Unable to locate credentials',
    'Could not load credentials from any providers',
    'Credentials could not be loaded',
    'No valid credential sources found',
    'NoCredentialProviders',
    'Missing credentials in config',
    'Unable to load credentials from any of the providers in the chain',
    'get credentials: failed to refresh cached credentials',
    'no EC2 IMDS role found',
    'System AWS credentials are required for role assumption',
  ],
  summary: 'No credentials were found where the program ran: nothing was signed',
  remedies: (denialCase) => [
    advise(
      'give the program credentials where it runs, and see what it finds',
      'you',
      withProfile(denialCase, ['aws', 'configure', 'list']),
      withProfile(denialCase, ['aws', 'sso', 'login']),
    ),
  ],
});
