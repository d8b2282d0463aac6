import { isAcrossPartitions } from '../../evaluate/across-partitions.ts';
import { parseArn } from '../../model/arn.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_cross_partition.html */
export const otherPartition = defineCheck({
  on: 'case',
  id: 'caller.other-partition',
  layer: null,
  doc: {
    what: 'The caller and the role are in different partitions (aws, aws-cn, aws-us-gov), and sts:AssumeRole does not cross them, whatever the policies say.',
    why: 'A profile of the wrong account was used, or a template writes `arn:aws:` where the role is in China or GovCloud. Each partition has accounts and credentials of its own.',
    fix: 'Use credentials of an account in the partition of the role, or the role in the caller’s partition. From one partition into another only a web identity leads: sts:GetWebIdentityToken here, sts:AssumeRoleWithWebIdentity there.',
  },
  find(subject) {
    const { request } = subject;
    if (request === null || request.resource === null || !isAcrossPartitions(request)) return undefined;
    const theirs = parseArn(request.resource)?.partition;
    const quote = said(subject, [request.resource]);
    const evidence = callerEvidence(subject, ...(quote === undefined ? [] : [quote]));
    return (
      evidence && {
        summary: `The caller is in the partition ${request.principal.partition}, the role in ${theirs}: no role can be assumed across partitions`,
        evidence,
        barred: true,
        remedies: [advise(`use credentials of an account in ${theirs}, or a role in ${request.principal.partition}`)],
      }
    );
  },
});
