import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount */
export const allowedAccounts = defineTopic({
  id: 'allowed-accounts',
  keys: /^(aws:(principalaccount|resourceaccount)|s3:resourceaccount|kms:calleraccount)$/,
  by: 'the account of caller or resource',
  doc: {
    what: 'allows certain accounts only, and the caller or the resource is in another one.',
    why: 'The id in the condition is that of another account, or a resource of AWS itself (a public image, a layer, a bucket of a service) is asked for and belongs to an account of AWS.',
    fix: 'Use the resource of the right account, or have the owner of the policy add the account.',
  },
});
