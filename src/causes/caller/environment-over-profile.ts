import { hasVariable, profileOf, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const environmentOverProfile = caseCause({
  id: 'caller.environment-over-profile',
  layer: null,
  find(denialCase) {
    const { currentIdentity, principal } = denialCase.facts;
    const profile = profileOf(denialCase);
    if (denialCase.denial === null || profile === undefined || !hasVariable(denialCase, 'AWS_ACCESS_KEY_ID'))
      return undefined;
    // Only where the denied caller is the one that these variables are of.
    if (currentIdentity.status !== 'known' || currentIdentity.value.arn !== principal?.arn) return undefined;
    return {
      summary: `AWS_PROFILE names ${profile}, but the keys in the environment come first, and they are of ${principal.arn}`,
      evidence: [
        variableEvidence(`AWS_ACCESS_KEY_ID and AWS_PROFILE=${profile} are both set`),
        { kind: 'answer', call: 'sts:GetCallerIdentity', text: currentIdentity.value.arn },
      ],
      certainty: 'likely',
      remedies: [
        advise(
          'unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, if the profile was meant',
          'you',
          ['aws', 'sts', 'get-caller-identity', '--profile', profile],
        ),
      ],
    };
  },
});
