import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { advise } from '../../grants/advise.ts';
import type { Evidence } from '../../model/evidence.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';

/** STS says AccessDenied for a role that does not exist too. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const roleNotFound = blockerCause({
  kind: 'missing-allow',
  id: 'trust.role-not-found',
  explain(_blockage, denialCase) {
    if (!roleIsMissing(denialCase)) return undefined;
    const { role } = denialCase.facts;
    if (role?.entity.status !== 'absent') return undefined;
    const similar = role.similar.status === 'known' ? role.similar.value.slice(0, 3) : [];
    return {
      summary: summaryOf(role.arn, similar),
      evidence: [{ kind: 'absent', call: role.entity.call, on: role.entity.on }, ...likeIt(similar)],
      remedies: [
        similar[0] === undefined
          ? advise(`create the role ${shortName(role.arn)}, or use the ARN of the one that is meant`)
          : {
              kind: 'rename',
              part: 'resource',
              arn: similar[0],
              certain: false,
              summary: `use ${similar[0]}, if that is the role that is meant`,
              who: 'you',
            },
      ],
    };
  },
});

function summaryOf(arn: string, [nearest, ...others]: readonly string[]): string {
  const missing = `There is no role ${arn}`;
  if (nearest === undefined) return missing;
  if (others.length === 0 && shortName(nearest) === shortName(arn)) return `${missing}: its ARN is ${nearest}`;
  return `${missing}; the name that comes nearest is ${nearest}`;
}

function likeIt(similar: readonly string[]): readonly Evidence[] {
  return similar.length === 0 ? [] : [{ kind: 'answer', call: 'iam:ListRoles', text: similar.join(', ') }];
}
