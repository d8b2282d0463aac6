import { isPassRole } from '../../model/actions.ts';
import { shortName } from '../../model/short-name.ts';
import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const resourceTag = defineTopic({
  id: 'resource-tag',
  keys: /^[a-z0-9-]+:resourcetag\/|^s3:existingobjecttag\//,
  by: 'the tags of the resource',
  // Tags of the resource are never sent with iam:PassRole. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  remedies: (judged) =>
    isPassRole(judged.denialCase.request?.action ?? null)
      ? undefined
      : sendValue(
          judged,
          (value, key) =>
            `tag ${shortName(judged.denialCase.request?.resource ?? null)} with ${key.slice(key.indexOf('/') + 1)}=${value}`,
          'resource-owner',
        ),
});
