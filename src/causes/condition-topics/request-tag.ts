import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requesttag */
export const requestTag = defineTopic({
  id: 'request-tag',
  keys: /^aws:(requesttag\/|tagkeys$)/,
  by: 'the tags that come with the request',
  doc: {
    what: 'wants certain tags to come with the request, or none, and other ones came.',
    why: 'Resources have to be tagged when they are made: the tag was left out, has another value or letter case, or a tag was sent that is not in the list of allowed ones.',
    fix: 'Send the tag with the call that makes the resource (default_tags of a Terraform provider, --tags of a stack), or have the owner of the policy add the value.',
  },
  remedies: (judged) =>
    /tagkeys$/i.test(judged.condition.key)
      ? undefined
      : sendValue(judged, (value, key) => `send the tag ${key.slice(key.indexOf('/') + 1)}=${value} with the request`),
});
