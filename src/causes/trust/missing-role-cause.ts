import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import type { BlockerCause } from '../cause.ts';

/** A cause that the role was asked for under a wrong ARN. */
export interface MissingRoleCause<Id extends string> {
  readonly id: Id;
  /** The role that must be meant, among those with a similar name. */
  readonly found: (similar: readonly string[], asked: string) => string | undefined;
  readonly summary: (asked: string, found: string) => string;
}

/** A check for a role that was looked for, is not there, and is there under another ARN. */
export function missingRoleCause<const Id extends string>(
  cause: MissingRoleCause<Id>,
): BlockerCause & { readonly id: Id } {
  const { id, found, summary } = cause;
  return {
    kind: 'missing-allow',
    id,
    explain(_blockage, denialCase) {
      const { role } = denialCase.facts;
      if (!roleIsMissing(denialCase)) return undefined;
      if (role?.entity.status !== 'absent' || role.similar.status !== 'known') return undefined;
      const meant = found(role.similar.value, role.arn);
      if (meant === undefined) return undefined;
      return {
        summary: summary(role.arn, meant),
        evidence: [
          { kind: 'absent', call: role.entity.call, on: role.entity.on },
          { kind: 'answer', call: 'iam:GetRole', text: meant },
        ],
        remedies: [
          { kind: 'rename', part: 'resource', arn: meant, certain: true, summary: `assume ${meant}`, who: 'you' },
        ],
      };
    },
  };
}
