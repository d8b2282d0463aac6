import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';
import { withProfile } from './profile.ts';

/** https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
export const noneFound = credentialCheck({
  error: 'none-found',
  doc: {
    what: 'The SDK found no credentials at all, so no request was signed and nobody was denied.',
    why: 'The profile or the variables are not set where the program runs, secrets are not passed to the CI job (a fork, another environment), or the metadata service of the instance or container cannot be reached.',
    fix: 'Give the program a source of credentials: sign in, name the profile, pass the secrets to the job, or let the job have an identity token.',
  },
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
  remedies: (subject) => [
    advise(
      'give the program credentials where it runs, and see what it finds',
      'you',
      withProfile(subject, ['aws', 'configure', 'list']),
      withProfile(subject, ['aws', 'sso', 'login']),
    ),
  ],
});
