import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws-dates.html */
export const dateWindow = conditionCause({
  id: 'trust.date-window',
  doc: {
    what: 'The trust policy lets in callers during a certain time only, and the call was made before or after it.',
    why: 'Access for a limited time has run out, or a year in the policy is a wrong one.',
    fix: 'Have the owner of the role set another time, if access is still wanted.',
  },
  keys: /^aws:(currenttime|epochtime)$/,
  summary: ({ condition, place, wanted }) =>
    `${place} wants the time to be ${condition.operator.name} ${listed(wanted)}, and the call was made at ${sent(condition) ?? 'an unknown time'}`,
  because: ({ condition }) => `the call was made at ${sent(condition) ?? 'an unknown time'}`,
  remedies: () => [advise('set another time in the condition, if the access is still wanted', 'role-owner')],
});
