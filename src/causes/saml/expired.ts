import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const expired = saidCheck({
  id: 'saml.expired',
  doc: {
    what: 'The SAML response was too old when STS got it.',
    why: 'A response is valid for five minutes only; it was saved and used later, or one of the clocks is wrong.',
    fix: 'Sign in again and use the response at once.',
  },
  phrases: ['Token must be redeemed within 5 minutes of issuance', 'SAML Assertion must be redeemed within'],
  summary: 'The SAML response was older than five minutes when STS got it',
  remedies: [advise('sign in again, and use the response at once')],
});
