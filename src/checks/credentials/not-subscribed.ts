import { advise } from '../text/advise.ts';
import { saidCheck } from '../text/said-check.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export const notSubscribed = saidCheck({
  id: 'credentials.not-subscribed',
  doc: {
    what: 'The account may not use the service or product yet, whoever asks: it is not subscribed or not verified.',
    why: 'The terms of a Marketplace product were not accepted, the sign-up of the account (payment, phone) is not finished, or the region needs opting in.',
    fix: 'Finish the sign-up, accept the terms of the product, or enable the region. No policy changes this.',
  },
  codes: ['OptInRequired', 'SubscriptionRequired', 'PendingVerification', 'NotSignedUp'],
  phrases: [
    'You are not subscribed to this service',
    'The AWS Access Key Id needs a subscription for the service',
    'In order to use this AWS Marketplace product you need to accept terms and subscribe',
    'Your account is currently being verified',
    'Your request for accessing resources in this region is being validated',
  ],
  summary: 'The account is not subscribed to (or not verified for) what was asked: no policy is to blame',
  remedies: [
    advise(
      'finish the sign-up, accept the terms of the product, or enable the region for the account',
      'account-admin',
    ),
  ],
});
