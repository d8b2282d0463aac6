import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
export const processFailed = saidCheck({
  id: 'credentials.process-failed',
  doc: {
    what: 'The command in credential_process failed, so the SDK had no credentials.',
    why: 'The helper (aws-vault, saml2aws, granted …) is not installed where the program ran, wants a terminal, or its own session is over.',
    fix: 'Run the command of credential_process by hand and repair what it says.',
  },
  phrases: [
    'Error when retrieving credentials from custom-process',
    'ProcessProviderExecutionError',
    'error in credential_process',
  ],
  when: ({ denial }) => denial?.kind === 'credentials',
  summary: 'The command in credential_process of the profile failed',
  remedies: [advise('run the command of credential_process by hand where the program ran')],
});
