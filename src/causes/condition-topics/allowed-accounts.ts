import { defineTopic } from './topic.ts';

export const allowedAccounts = defineTopic({
  id: 'allowed-accounts',
  keys: /^(aws:(principalaccount|resourceaccount)|s3:resourceaccount|kms:calleraccount)$/,
  by: 'the account of caller or resource',
});
