import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const sessionTokenLimits = caseCause({
  id: 'caller.session-token-limits',
  layer: null,
  find(denialCase) {
    const { facts, request } = denialCase;
    const { currentIdentity, principal } = facts;
    if (principal?.type !== 'user' || request === null || currentIdentity.status !== 'known') return undefined;
    // Only of the credentials at hand we know whether they are a session.
    if (currentIdentity.value.arn !== principal.arn || currentIdentity.value.keyType !== 'ASIA') return undefined;
    const action = request.action.toLowerCase();
    const isSts = action.startsWith('sts:') && !['sts:assumerole', 'sts:getcalleridentity'].includes(action);
    const mfa = request.context.get('aws:MultiFactorAuthPresent');
    const withMfa = mfa.status === 'known' && mfa.values[0] === 'true';
    if (!isSts && (!action.startsWith('iam:') || withMfa)) return undefined;
    return {
      summary: isSts
        ? `Credentials of GetSessionToken may not call ${request.action}`
        : `Credentials of GetSessionToken may call ${request.action} only if they were made with MFA`,
      evidence: [
        {
          kind: 'answer',
          call: 'sts:GetCallerIdentity',
          text: `${currentIdentity.value.arn}, with a session key (ASIA…)`,
        },
      ],
      certainty: 'likely',
      remedies: [
        advise(
          isSts
            ? 'call it with the long-term key of the user'
            : 'get the session with the serial number of an MFA device and a code',
        ),
      ],
    };
  },
});
