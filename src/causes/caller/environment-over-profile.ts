import { defineCheck } from '../cause.ts';
import { hasVariable, variableEvidence } from '../credentials/key-type.ts';
import { profileOf } from '../credentials/profile.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
export const environmentOverProfile = defineCheck({
  on: 'case',
  id: 'caller.environment-over-profile',
  layer: null,
  doc: {
    what: 'A profile is named in AWS_PROFILE, but keys in the environment variables come first: the call was made as somebody else than the profile says.',
    why: 'AWS_ACCESS_KEY_ID (and AWS_SESSION_TOKEN) are left over from another login, or set by the CI system.',
    fix: 'Unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or pass the profile with --profile.',
  },
  find(subject) {
    const { currentIdentity, principal } = subject.facts;
    const profile = profileOf(subject);
    if (subject.denial === null || profile === undefined || !hasVariable(subject, 'AWS_ACCESS_KEY_ID'))
      return undefined;
    // Only where the denied caller is the one that these variables are of.
    if (currentIdentity.status !== 'known' || currentIdentity.value.arn !== principal?.arn) return undefined;
    return {
      summary: `AWS_PROFILE names ${profile}, but the keys in the environment come first, and they are of ${principal.arn}`,
      evidence: [
        variableEvidence(`AWS_ACCESS_KEY_ID and AWS_PROFILE=${profile} are both set`),
        { kind: 'answer', call: 'sts:GetCallerIdentity', text: currentIdentity.value.arn },
      ],
      rung: 'likely',
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
