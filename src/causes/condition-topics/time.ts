import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime */
export const time = defineTopic({
  id: 'time',
  keys: /^aws:(currenttime|epochtime)$/,
  by: 'the time',
  guard: 'set another time in the condition, if the access is still wanted',
  doc: {
    what: 'holds for a certain time only, and the request was made at another one.',
    why: 'The access was given for a while and that is over, or has not begun; or a Deny holds from or until a certain moment (a freeze, a migration).',
    fix: 'The owner of the policy sets another time, or removes the condition.',
  },
});
