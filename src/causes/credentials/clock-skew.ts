import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

export const clockSkew = credentialCheck({
  error: 'clock-skew',
  phrases: [
    'Signature expired',
    'Signature not yet current',
    'The difference between the request time and the current time is too large',
    'RequestTimeTooSkewed',
    'RequestExpired',
  ],
  summary: 'The clock of the machine that signed the request is wrong',
  remedies: () => [advise('set the clock of that machine, then try again', 'you', ['date', '-u'])],
});
