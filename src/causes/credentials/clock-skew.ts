import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html#signature-v4-troubleshooting-date */
export const clockSkew = credentialCheck({
  error: 'clock-skew',
  doc: {
    what: 'The time in the signature is too far from the time of AWS.',
    why: 'The clock of the machine, container or virtual machine is off by more than a few minutes, often after sleep or without NTP.',
    fix: 'Set the clock (NTP, chrony, or restart of a virtual machine that slept) and try again.',
  },
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
