import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const wrongPath = defineMiss({
  id: 'path',
  kind: 'path',
  doc: {
    what: 'names the role or user without its path, or with another one.',
    why: 'The path belongs to the ARN (role/service-role/X, role/aws-reserved/sso.amazonaws.com/…/X), and the ARN of a session never shows it.',
    fix: 'Add the ARN with its path, as `aws iam get-role` prints it.',
  },
});
