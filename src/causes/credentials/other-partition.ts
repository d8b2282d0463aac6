import { saidCode } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { calledRegion } from './region.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const otherPartition = defineCheck({
  on: 'case',
  id: 'credentials.other-partition',
  layer: null,
  doc: {
    what: 'Credentials of one partition were sent to an endpoint of another one.',
    why: 'AWS, AWS China and AWS GovCloud (US) have accounts and keys of their own; none is known in the others.',
    fix: 'Use a profile of the partition that the region belongs to, or the region that belongs to the credentials.',
  },
  find(subject) {
    const { denial, facts } = subject;
    const region = calledRegion(subject);
    if (denial?.credentialError !== 'invalid-token' || region === undefined) return undefined;
    if (facts.currentIdentity.status !== 'known') return undefined;
    const wanted = partitionOfRegion(region);
    const has = facts.currentIdentity.value.arn.split(':')[1] ?? 'aws';
    const quote = saidCode(subject);
    if (wanted === has || quote === undefined) return undefined;
    return {
      summary: `${region} belongs to the partition ${wanted}; the credentials at hand are of ${has}`,
      evidence: [quote, { kind: 'answer', call: 'sts:GetCallerIdentity', text: facts.currentIdentity.value.arn }],
      rung: 'likely',
      remedies: [advise(`use credentials of an account in ${wanted}, or a region of ${has}`)],
    };
  },
});

function partitionOfRegion(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}
