import { isPermissionSet } from '../../model/aws-names.ts';
import { callerWords } from '../../evidence/words.ts';
import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principaltag */
export const principalTag = defineTopic({
  id: 'principal-tag',
  keys: /^aws:principaltag\//,
  by: 'the caller’s tags',
  doc: {
    what: 'judges callers by their tags, and the caller does not have the tag or the value that is wanted.',
    why: 'The tag is missing on the user or role, has another value or another letter case (the values are case-sensitive), or a session tag with the same key overrides it.',
    fix: 'Tag the user or role, or pass the session tag when the session is made; or have the owner of the policy add the value.',
  },
  remedies: (judged) => {
    const { principal } = judged.subject.facts;
    const who = isPermissionSet(principal?.arn ?? null) ? 'identity-center-admin' : 'account-admin';
    const tag = (key: string) => key.slice(key.indexOf('/') + 1);
    return sendValue(judged, (value, key) => `tag ${callerWords(principal)} with ${tag(key)}=${value}`, who);
  },
});
