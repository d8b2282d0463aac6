import type { Level } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/nearest-miss.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
export const fullAccessMissing = defineCheck({
  on: 'blockage',
  layer: 'scp',
  kind: 'missing-allow',
  id: 'scp.full-access-missing',
  doc: {
    what: 'At one level of the organization (root, organizational unit or account) no service control policy allows anything: FullAWSAccess was detached there.',
    why: 'Every level needs an Allow of its own. Policies that only deny leave nothing allowed once FullAWSAccess, which AWS attaches by default, is gone.',
    fix: 'The organization’s administrator attaches FullAWSAccess (p-FullAWSAccess) to that level again. It grants nothing by itself.',
  },
  explain(blockage, subject) {
    if (blockage.level === null) return undefined;
    const fact = subject.facts.policies.scp;
    const level = fact.status === 'known' ? fact.value[blockage.level] : undefined;
    if (level === undefined || level.gaps.length > 0 || allowsOf(blockage, subject).length > 0) return undefined;
    if (level.policies.some(({ document }) => document.status !== 'known')) return undefined;
    return {
      summary: `No service control policy at ${level.name} allows anything: FullAWSAccess is not attached there`,
      evidence: allowEvidence(blockage, subject),
      remedies: [attachFullAccess(level)],
    };
  },
});

/** AWS's own policy, attached to every level by default: it grants nothing, and takes the limit of the level away only. */
function attachFullAccess({ id, name }: Level): Remedy {
  const target = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12})$/.test(id);
  const command = ['aws', 'organizations', 'attach-policy', '--policy-id', 'p-FullAWSAccess', '--target-id', id];
  return advise(`attach FullAWSAccess to ${name} again`, 'organization-admin', ...(target ? [command] : []));
}
