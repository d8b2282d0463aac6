import { targetRole, targetRoleName } from '../../evidence/target-role.ts';
import { advise } from '../../grants/advise.ts';
import { isPermissionSet, isServiceLinkedRole } from '../../model/aws-names.ts';
import type { Evidence } from '../../model/evidence.ts';
import { shortName } from '../../model/short-name.ts';
import { type BlockerCause, blockerCause, type WhyNot } from '../cause.ts';
import { silentCause } from '../runners/silent-cause.ts';
import { cdkBootstrap } from './cdk-bootstrap.ts';
import { missingRole, NOT_MISSING } from './missing-role.ts';

/**
 * The role does not exist, or it is one that callers like this cannot assume. STS answers AccessDenied for a role that does not exist, too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const trustRole = [
  cdkBootstrap,
  blockerCause({
    kind: 'missing-allow',
    id: 'trust.organization-access-role',
    explain(_blocker, denialCase) {
      const missing = missingRole(denialCase);
      if (missing === undefined) return NOT_MISSING;
      if (!missing.arn.endsWith(':role/OrganizationAccountAccessRole'))
        return 'the role is not OrganizationAccountAccessRole';
      const account = denialCase.facts.resourceAccount ?? 'the account';
      return {
        summary: `${account} has no OrganizationAccountAccessRole: accounts invited into an organization do not get one`,
        evidence: [missing.evidence],
        remedies: [advise(`create the role in ${account}, trusting the management account`, 'account-admin')],
      };
    },
  }),
  otherArn({
    id: 'trust.role-path',
    isMeant: (one, asked) => one !== asked && shortName(one) === shortName(asked),
    whyNot: 'no role with the same name was found under another path',
    summary: (asked, found) => `There is no role ${asked}: the role of that name has the ARN ${found}`,
  }),
  // "Role names are case sensitive when you assume a role" (the page above).
  otherArn({
    id: 'trust.role-case',
    isMeant: (one, asked) =>
      shortName(one) !== shortName(asked) && shortName(one).toLowerCase() === shortName(asked).toLowerCase(),
    whyNot: 'no role was found whose name differs in letter case only',
    summary: (asked, found) => `There is no role ${asked}: the role is ${found}, in different letter case`,
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'trust.role-not-found',
    explain(_blocker, denialCase) {
      const missing = missingRole(denialCase);
      if (missing === undefined) return NOT_MISSING;
      const similar = missing.similar.slice(0, 3);
      const listed: readonly Evidence[] =
        similar.length === 0 ? [] : [{ kind: 'answer', call: 'iam:ListRoles', text: similar.join(', ') }];
      return {
        summary: notFoundWords(missing.arn, similar),
        evidence: [missing.evidence, ...listed],
        remedies: [
          similar[0] === undefined
            ? advise(`create the role ${shortName(missing.arn)}, or use the ARN of the one that is meant`)
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
  }),
  silentCause({
    id: 'trust.service-linked',
    when: (denialCase) => isServiceLinkedRole(targetRole(denialCase) ?? ''),
    whyNot: 'the role is not a service-linked role',
    summary: (denialCase) => `${targetRoleName(denialCase)} is a service-linked role: only its service can assume it`,
    remedies: () => [advise('use a different role: a service-linked role can be assumed by its service only')],
    beyondPolicies: true,
  }),
  silentCause({
    id: 'trust.permission-set',
    when: (denialCase) => isPermissionSet(targetRole(denialCase)),
    whyNot: 'the role does not belong to a permission set',
    summary: (denialCase) =>
      `${targetRoleName(denialCase)} is the role of a permission set: it is assumed through IAM Identity Center, not with sts:AssumeRole`,
    remedies: () => [
      advise(
        'sign in with that permission set (aws sso login); ask for its assignment if you have none',
        'identity-center-admin',
      ),
    ],
    beyondPolicies: true,
  }),
] as const satisfies readonly BlockerCause[];

/** A cause that the role does not exist, and one exists whose ARN differs a little. */
interface OtherArn<Id extends string> {
  readonly id: Id;
  /** True for the role that must be meant. */
  readonly isMeant: (similar: string, asked: string) => boolean;
  readonly whyNot: WhyNot;
  readonly summary: (asked: string, found: string) => string;
}

function otherArn<const Id extends string>({ id, isMeant, whyNot, summary }: OtherArn<Id>) {
  return blockerCause({
    kind: 'missing-allow',
    id,
    explain(_blocker, denialCase) {
      const missing = missingRole(denialCase);
      if (missing === undefined) return NOT_MISSING;
      const arn = missing.similar.find((one) => isMeant(one, missing.arn));
      if (arn === undefined) return whyNot;
      return {
        summary: summary(missing.arn, arn),
        evidence: [missing.evidence, { kind: 'answer', call: 'iam:GetRole', text: arn }],
        remedies: [{ kind: 'rename', part: 'resource', arn, certain: true, summary: `assume ${arn}`, who: 'you' }],
      };
    },
  });
}

function notFoundWords(arn: string, [nearest, ...others]: readonly string[]): string {
  const missing = `There is no role ${arn}`;
  if (nearest === undefined) return missing;
  if (others.length === 0 && shortName(nearest) === shortName(arn)) return `${missing}: its ARN is ${nearest}`;
  return `${missing}; the name that comes nearest is ${nearest}`;
}
