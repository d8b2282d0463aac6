import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const permissionsBoundary = defineTopic({
  id: 'permissions-boundary',
  keys: /^iam:permissionsboundary$/,
  by: 'the permissions boundary of the user or role that is made or changed',
  remedies: (judged) => sendValue(judged, (value) => `pass the permissions boundary ${value} with the call`),
});
