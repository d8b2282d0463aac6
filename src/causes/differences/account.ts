import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const wrongAccount = defineMiss({
  id: 'account',
  kind: 'account',
  doc: {
    what: 'names the resource or principal in another account than the one that was asked for.',
    why: 'The policy was copied from another environment, an account id has a digit exchanged, or the request goes to another account than was meant.',
    fix: 'Look first which account is the right one. If it is that of the request, add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
