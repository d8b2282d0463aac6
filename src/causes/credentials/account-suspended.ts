import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (AllAccessDisabled, AccountProblem) */
export const accountSuspended = quotedCause({
  id: 'credentials.account-suspended',
  codes: ['AccountProblem', 'AllAccessDisabled', 'AccountSuspended', 'Blocked'],
  phrases: [
    'There is a problem with your AWS account',
    'Your account is currently blocked and thus your instance could not be launched',
    'This account is currently blocked and not recognized as a valid account',
    'Your account has been suspended',
    'account is suspended',
    'All access to this object has been disabled',
  ],
  summary: 'AWS has suspended, closed or blocked the account: no policy is to blame',
  remedies: [
    advise('look at the account’s health and billing pages, and open a case with AWS Support', 'account-admin'),
  ],
});
