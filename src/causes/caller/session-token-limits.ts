import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const sessionTokenLimits = defineCheck({
  on: 'case',
  id: 'caller.session-token-limits',
  layer: null,
  doc: {
    what: 'The caller has credentials of sts:GetSessionToken, which may call IAM only if made with MFA, and of STS only AssumeRole and GetCallerIdentity.',
    why: 'Such sessions have this limit by design: no policy lifts it.',
    fix: 'Call GetSessionToken with the MFA serial number and a code, or use the long-term key or a role for it.',
  },
  find(subject) {
    const { facts, request } = subject;
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
      rung: 'likely',
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
