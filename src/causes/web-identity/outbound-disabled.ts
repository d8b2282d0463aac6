import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html */
export const outboundDisabled = saidCheck({
  id: 'web-identity.outbound-disabled',
  doc: {
    what: 'The account may not ask STS for web identity tokens: outbound federation is off.',
    why: 'It is off until an administrator switches it on for the account.',
    fix: 'Enable outbound web identity federation for the account.',
  },
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
