import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { blockerCause } from '../cause.ts';

export const throughScp = blockerCause({
  kind: 'named-by-aws',
  id: 'endpoint.through-scp',
  explain(_blockage, denialCase) {
    const quote = findQuote(denialCase, ['VPC endpoint policy transitively through a service control policy']);
    if (quote === undefined) return undefined;
    return {
      summary: 'AWS says that a service control policy over the account of the VPC endpoint denies it',
      evidence: [quote],
      remedies: [
        advise(
          'find the VPC endpoint that the service uses, and have its organization exempt the caller',
          'organization-admin',
        ),
      ],
    };
  },
});
