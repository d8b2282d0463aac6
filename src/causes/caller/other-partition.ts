import { isAcrossPartitions } from '../../evaluate/across-partitions.ts';
import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { parseArn } from '../../model/arn.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

export const otherPartition = caseCause({
  id: 'caller.other-partition',
  layer: null,
  find(denialCase) {
    const { request } = denialCase;
    if (request === null || request.resource === null || !isAcrossPartitions(request)) return undefined;
    const theirs = parseArn(request.resource)?.partition;
    const quote = findQuote(denialCase, [request.resource]);
    const evidence = callerEvidence(denialCase, ...(quote === undefined ? [] : [quote]));
    return (
      evidence && {
        summary: `The caller is in the partition ${request.principal.partition}, the role in ${theirs}: no role can be assumed across partitions`,
        evidence,
        beyondPolicies: true,
        remedies: [advise(`use credentials of an account in ${theirs}, or a role in ${request.principal.partition}`)],
      }
    );
  },
});
