import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/find-near-misses.ts';
import { advise } from '../../grants/advise.ts';
import type { Level } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import { blockerCause } from '../cause.ts';

export const fullAccessMissing = blockerCause({
  kind: 'missing-allow',
  id: 'scp.full-access-missing',
  explain(blocker, denialCase) {
    if (blocker.level === null) return undefined;
    const fact = denialCase.facts.policies.scp;
    const level = fact.status === 'known' ? fact.value[blocker.level] : undefined;
    if (level === undefined || level.gaps.length > 0 || allowsOf(blocker, denialCase).length > 0) return undefined;
    if (level.policies.some(({ document }) => document.status !== 'known')) return undefined;
    return {
      summary: `No service control policy at ${level.name} allows anything: FullAWSAccess is not attached there`,
      evidence: allowEvidence(blocker, denialCase),
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
