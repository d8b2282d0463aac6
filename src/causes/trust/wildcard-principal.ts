import { covers } from '../../evidence/near-miss/covers.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { parseArn } from '../../model/arn.ts';
import type { Remedy } from '../../model/remedy.ts';
import { principalCause } from '../runners/principal-cause.ts';

/** "You cannot use a wildcard to match part of a principal name or ARN": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const wildcardPrincipal = principalCause({
  id: 'trust.wildcard-principal',
  when: ({ named, caller }) => {
    const arn = parseArn(named);
    return arn?.service === 'iam' && /[*?]/.test(arn.resource) && covers(named, caller);
  },
  summary: ({ named, caller, place }) =>
    `${place} names ${named}: a wildcard inside a principal’s ARN matches nobody, not even ${caller}`,
  remedies: ({ blocker, denialCase }): readonly Remedy[] => allowRemedies(blocker, denialCase),
});
