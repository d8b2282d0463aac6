import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

/** "Roles may not be assumed by root accounts": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const root = caseCause({
  id: 'caller.root',
  layer: null,
  find(denialCase) {
    const quote = findQuote(denialCase, ['Roles may not be assumed by root accounts']);
    const { facts, request } = denialCase;
    const isRoot = facts.principal?.type === 'root' && request?.action.toLowerCase() === 'sts:assumerole';
    if (quote === undefined && !isRoot) return undefined;
    const evidence = quote === undefined ? callerEvidence(denialCase) : ([quote] as const);
    return (
      evidence && {
        summary: 'The caller is the root user of the account, which cannot assume roles',
        evidence,
        certainty: quote === undefined ? 'evaluated' : 'aws',
        remedies: [advise('call as an IAM user or a role; and delete the access keys of the root user')],
      }
    );
  },
});
