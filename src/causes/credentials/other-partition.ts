import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { calledRegion } from './region.ts';

export const otherPartition = caseCause({
  id: 'credentials.other-partition',
  layer: null,
  find(denialCase) {
    const { denial, facts } = denialCase;
    const region = calledRegion(denialCase);
    if (denial?.credentialError !== 'invalid-token' || region === undefined) return undefined;
    if (facts.currentIdentity.status !== 'known') return undefined;
    const wanted = partitionOfRegion(region);
    const has = facts.currentIdentity.value.arn.split(':')[1] ?? 'aws';
    const quote = quoteCode(denialCase);
    if (wanted === has || quote === undefined) return undefined;
    return {
      summary: `${region} belongs to the partition ${wanted}; the credentials at hand are of ${has}`,
      evidence: [quote, { kind: 'answer', call: 'sts:GetCallerIdentity', text: facts.currentIdentity.value.arn }],
      certainty: 'likely',
      remedies: [advise(`use credentials of an account in ${wanted}, or a region of ${has}`)],
    };
  },
});

function partitionOfRegion(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}
