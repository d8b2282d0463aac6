import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const throughScp = defineCheck({
  on: 'blockage',
  layer: 'endpoint',
  kind: 'named-by-aws',
  id: 'endpoint.through-scp',
  doc: {
    what: 'AWS says that a VPC endpoint policy denied it transitively through a service control policy: a guardrail over the endpoint’s account refused it.',
    why: 'The service control policies over the account that owns the VPC endpoint count for what goes through it, not only those over the caller’s account.',
    fix: 'The administrator of the organization that owns the VPC endpoint exempts the caller in the policy that denies, or the request goes another way.',
  },
  explain(_blockage, subject) {
    const quote = said(subject, ['VPC endpoint policy transitively through a service control policy']);
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
