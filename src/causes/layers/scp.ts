import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowsOf } from '../../evidence/near-miss/find-near-misses.ts';
import { advise } from '../../grants/advise.ts';
import type { Level } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import { blockerCause } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

/** A Deny that is about root users. */
export const denyRoot = blockerCause({
  kind: 'explicit-deny',
  id: 'scp.deny-root',
  explain(blocker, denialCase) {
    if (blocker.kind !== 'explicit-deny') return NO_DENY;
    if (denialCase.facts.principal?.type !== 'root') return 'the caller is not a root user';
    const root = blocker.statement.conditions.find(
      ({ key, match }) => match === 'yes' && /^aws:(principalarn|principaltype)$/i.test(key),
    );
    if (root === undefined) return 'the statement does not deny by the kind of caller';
    return denyFinding(blocker, denialCase, {
      words: `${denialCase.request?.action ?? 'it'} to root users`,
      pointer: root.pointer,
      remedies: [advise('use a user or role of the account, not its root user')],
    });
  },
});

/** A level of the organization at which no service control policy allows anything. */
export const fullAccessMissing = blockerCause({
  kind: 'missing-allow',
  id: 'scp.full-access-missing',
  explain(blocker, denialCase) {
    const fact = denialCase.facts.policies.scp;
    const level = fact.status === 'known' && blocker.level !== null ? fact.value[blocker.level] : undefined;
    if (level === undefined) return 'it is not known at which level nothing allows the request';
    if (level.gaps.length > 0 || level.policies.some(({ document }) => document.status !== 'known'))
      return 'not all policies of the level could be read';
    if (allowsOf(blocker, denialCase).length > 0) return 'a policy of the level allows something';
    return {
      summary: `No service control policy at ${level.name} allows anything: FullAWSAccess is not attached there`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: [attachFullAccess(level)],
    };
  },
});

/** AWS's own policy, which is attached to every level by default. It grants nothing, and only takes the limit of the level away. */
function attachFullAccess({ id, name }: Level): Remedy {
  const isTarget = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12})$/.test(id);
  const command = ['aws', 'organizations', 'attach-policy', '--policy-id', 'p-FullAWSAccess', '--target-id', id];
  return advise(`attach FullAWSAccess to ${name} again`, 'organization-admin', ...(isTarget ? [command] : []));
}
