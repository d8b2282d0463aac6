import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate */
export const permissionsBoundary = defineTopic({
  id: 'permissions-boundary',
  keys: /^iam:permissionsboundary$/,
  by: 'the permissions boundary of the user or role that is made or changed',
  doc: {
    what: 'lets users and roles be made or changed only with a certain permissions boundary, and the request has another one or none.',
    why: 'Administration was delegated on the condition that whatever is made is limited by the boundary. Tools that make roles (Terraform, the CDK, the Serverless Framework) set none unless told.',
    fix: 'Pass the boundary with the call (--permissions-boundary, permissions_boundary in Terraform, @aws-cdk/core:permissionsBoundary in the CDK).',
  },
  remedies: (judged) => sendValue(judged, (value) => `pass the permissions boundary ${value} with the call`),
});
