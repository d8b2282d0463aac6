import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html */
export const federatedUserLimits = defineCheck({
  on: 'case',
  id: 'caller.federated-user-limits',
  layer: null,
  doc: {
    what: 'The caller has credentials of sts:GetFederationToken, which may not call IAM (but in the console), and of STS only GetCallerIdentity.',
    why: 'Such sessions have this limit by design: no policy lifts it.',
    fix: 'Use AssumeRole for what has to call IAM or STS.',
  },
  find(subject) {
    const { facts, request } = subject;
    const action = request?.action.toLowerCase() ?? '';
    // Passing a role is no call of IAM: another service asks for it.
    const limitedOutsideTheConsole = action.startsWith('iam:') && action !== 'iam:passrole';
    const limited = action.startsWith('sts:') && action !== 'sts:getcalleridentity';
    if (facts.principal?.type !== 'federated-user' || !(limited || limitedOutsideTheConsole)) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `Credentials of GetFederationToken may not call ${request?.action ?? 'it'}, whatever the policies say`,
        evidence,
        rung: limited ? 'evaluated' : 'likely',
        remedies: [advise('assume a role for it instead of GetFederationToken')],
      }
    );
  },
});
