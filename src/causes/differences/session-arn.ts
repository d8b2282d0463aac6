import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session */
export const sessionArn = defineMiss({
  id: 'session-arn',
  kind: 'session-arn',
  doc: {
    what: 'names one session of a role where the role is meant.',
    why: 'The name of a session (assumed-role/role/session) is made anew each time, cannot be replaced by a wildcard, and the ARN of the session is neither the resource of iam:PassRole and sts:AssumeRole nor the value of aws:PrincipalArn.',
    fix: 'Name the role: arn:aws:iam::…:role/….',
  },
});
