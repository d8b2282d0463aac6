import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const outboundDisabled = quotedCause({
  id: 'web-identity.outbound-disabled',
  codes: ['OutboundWebIdentityFederationDisabled'],
  phrases: ['OutboundWebIdentityFederationDisabled'],
  summary: 'Outbound web identity federation is off in the account',
  remedies: [
    advise('enable outbound web identity federation', 'account-admin', [
      'aws',
      'iam',
      'enable-outbound-web-identity-federation',
    ]),
  ],
});
