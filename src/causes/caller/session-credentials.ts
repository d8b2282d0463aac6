import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { takesLongTermKeyOnly } from '../../model/actions.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

export const sessionCredentials = caseCause({
  id: 'caller.session-credentials',
  layer: null,
  find(denialCase) {
    const quote = findQuote(denialCase, [
      'Cannot call GetSessionToken with session credentials',
      'Cannot call GetFederationToken with session credentials',
    ]);
    const { facts, request } = denialCase;
    const isRole = facts.principal?.type === 'session' || facts.principal?.type === 'role';
    if (quote === undefined && !(isRole && takesLongTermKeyOnly(request?.action ?? null))) return undefined;
    const evidence = quote === undefined ? callerEvidence(denialCase) : ([quote] as const);
    return (
      evidence && {
        summary: 'The call was made with temporary credentials, and it takes the long-term key of a user only',
        evidence,
        certainty: quote === undefined ? 'evaluated' : 'aws',
        remedies: [advise('call it with the long-term key of the user; or assume a role instead')],
      }
    );
  },
});
