import { isPassRole } from '../../model/actions.ts';
import { shortName } from '../../model/short-name.ts';
import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag */
export const resourceTag = defineTopic({
  id: 'resource-tag',
  keys: /^[a-z0-9-]+:resourcetag\/|^s3:existingobjecttag\//,
  by: 'the tags of the resource',
  doc: {
    what: 'judges resources by their tags, and the resource does not have the tag or the value that is wanted.',
    why: 'The tag is missing, has another value or another letter case; or the action does not send the tags of this resource, so that the condition can never hold.',
    fix: 'Tag the resource, or have the owner of the policy add the value; where the action does not support the key, name the resource by its ARN.',
  },
  // Tags of the resource are never sent with iam:PassRole. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  remedies: (judged) =>
    isPassRole(judged.subject.request?.action ?? null)
      ? undefined
      : sendValue(
          judged,
          (value, key) =>
            `tag ${shortName(judged.subject.request?.resource ?? null)} with ${key.slice(key.indexOf('/') + 1)}=${value}`,
          'resource-owner',
        ),
});
