import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

export const federatedUserLimits = caseCause({
  id: 'caller.federated-user-limits',
  layer: null,
  find(denialCase) {
    const { facts, request } = denialCase;
    const action = request?.action.toLowerCase() ?? '';
    // Passing a role is no call of IAM: another service asks for it.
    const limitedOutsideTheConsole = action.startsWith('iam:') && action !== 'iam:passrole';
    const limited = action.startsWith('sts:') && action !== 'sts:getcalleridentity';
    if (facts.principal?.type !== 'federated-user' || !(limited || limitedOutsideTheConsole)) return undefined;
    const evidence = callerEvidence(denialCase);
    return (
      evidence && {
        summary: `Credentials of GetFederationToken may not call ${request?.action ?? 'it'}, whatever the policies say`,
        evidence,
        certainty: limited ? 'evaluated' : 'likely',
        remedies: [advise('assume a role for it instead of GetFederationToken')],
      }
    );
  },
});
