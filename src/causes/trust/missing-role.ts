import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { WhyNot } from '../cause.ts';

/** Why a cause about a role that does not exist is not the one. */
export const NOT_MISSING: WhyNot = 'the role is not known to be missing';

interface MissingRole {
  readonly arn: string;
  readonly evidence: Evidence;
  /** The ARNs of roles with a similar name, the nearest first; none where they could not be listed. */
  readonly similar: readonly string[];
}

/** The role, where IAM says that it does not exist. */
export function missingRole(denialCase: DenialCase): MissingRole | undefined {
  const { role } = denialCase.facts;
  if (!roleIsMissing(denialCase) || role?.entity.status !== 'absent') return undefined;
  const { arn, entity, similar } = role;
  const evidence = { kind: 'absent', call: entity.call, on: entity.on } as const;
  return { arn, evidence, similar: similar.status === 'known' ? similar.value : [] };
}
