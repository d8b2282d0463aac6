import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const processFailed = quotedCause({
  id: 'credentials.process-failed',
  phrases: [
    'Error when retrieving credentials from custom-process',
    'ProcessProviderExecutionError',
    'error in credential_process',
  ],
  when: ({ denial }) => denial?.kind === 'credentials',
  summary: 'The command in credential_process of the profile failed',
  remedies: [advise('run the command of credential_process by hand where the program ran')],
});
