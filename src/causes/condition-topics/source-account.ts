import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
export const sourceAccount = defineTopic({
  id: 'source-account',
  keys: /^aws:(sourceaccount|sourcearn|sourceowner|sourceorgid|sourceorgpaths)$/,
  by: 'the resource for which a service makes the call',
  doc: {
    what: 'lets AWS services in for certain resources or accounts only (confused deputy), and this call is for another one, or by no service.',
    why: 'The ARN or account in the condition is not that of the resource which triggers the call, or has a misspelt part; and calls by users and roles carry none of these keys, so that the condition never holds for them.',
    fix: 'The owner of the policy adds the ARN or account of the resource that triggers the call; for users and roles the condition belongs into a statement of its own.',
  },
});
