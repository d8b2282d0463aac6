import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const expired = quotedCause({
  id: 'saml.expired',
  phrases: ['Token must be redeemed within 5 minutes of issuance', 'SAML Assertion must be redeemed within'],
  summary: 'The SAML response was older than five minutes when STS got it',
  remedies: [advise('sign in again, and use the response at once')],
});
