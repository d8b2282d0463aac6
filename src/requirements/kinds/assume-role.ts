import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import { actsOnSession } from '../../model/actions.ts';
import { isCutArn } from '../../model/arn.ts';
import { isPermissionSet, isServiceLinkedRole, permissionSetOf } from '../../model/aws-names.ts';
import { assumedInstead } from '../../model/no-role.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { Requirement, Way } from '../../model/requirement.ts';
import { roleInService } from '../../reference/services/role-in-service.ts';
import type { Asked } from '../asked.ts';
import { accountPrincipal, type CallerName, hasIdentityPolicies, identityPolicies } from '../caller.ts';
import { identityCommands, roleArnCommand, trustCommand } from '../commands.ts';
import { allow, awsCommand, exists, type Parts, shown, value, way } from '../make.ts';
import { commandWords, known, type Named, token } from '../named.ts';
import { type RoleName, roleOf } from '../role.ts';
import { serviceTerms } from '../service-terms.ts';
import { guardrails } from './guardrails.ts';

/**
 * To assume a role, or to tag its session: the trust policy must allow the caller, and an identity policy of the caller must as well, unless
 * the trust policy names the user or role itself and is in the same account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
export function assumeRole(asked: Asked): readonly Requirement[] {
  const { action, caller, resource, accounts } = asked;
  if (assumedInstead(action, resource) !== undefined) return [roleArnValue(asked, token('ROLE_ARN'), null)];
  const role = roleOf(asked);
  const request = { action, resource: role.knownArn };
  if (isPermissionSet(role.arn.text) || isServiceLinkedRole(role.arn.text)) return [ownedByService(asked, role)];
  const identity = hasIdentityPolicies(caller) ? [identityOf(asked, role)] : [];
  const ofService = serviceTerms(caller.service ?? '', action, accountOf(role), asked.place.partition);
  return [
    ...(role.lacksAccount && !isCutArn(asked.question.denial?.caller ?? '')
      ? [roleArnValue(asked, role.arn, 'the ARN in the error has no account: what builds it left it empty')]
      : []),
    allow(
      {
        ...trustParts(role, request),
        names: [caller.arn, role.arn, ...ofService.names],
        show: [...findRoleCommands(asked, role), trustCommand(role.name, role.account)],
        usual: usualOf(asked, role),
        likely: likelyOf(asked, role),
      },
      caller.service === null
        ? trustWays(caller, action, accounts, identity.length > 0)
        : [way(grantStatement('trust', { principal: caller.element.principal, ...ofService }))],
    ),
    ...identity,
    roleExists(role, request),
    ...guardrails(asked, [role.arn]),
  ];
}

/** The account of a role: the service that uses it acts for that account. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export function accountOf({ account }: RoleName): Named {
  return account === null ? token('ACCOUNT', 'account of the role') : known(account);
}

/** The parts of a requirement on the trust policy of a role. */
export function trustParts(
  role: RoleName,
  request: Requirement['request'],
): Pick<Parts, 'id' | 'step' | 'request' | 'target' | 'who'> {
  return {
    id: 'trust',
    step: 'trust',
    request,
    target: { kind: 'trust', name: role.name.text, account: role.account, attachedTo: role.knownArn },
    who: 'role-owner',
  };
}

/** "names the caller itself: enough alone in one account", or "names the account: then the identity policy as well". */
function trustWays(
  caller: CallerName,
  action: string,
  accounts: Asked['accounts'],
  hasIdentity: boolean,
): NonEmpty<Way> {
  const { principal, condition } = caller.element;
  const itself = grantStatement('trust', { principal, action, condition });
  const isAlone = !hasIdentity || (accounts === 'same' && condition === undefined);
  const direct = isAlone ? way(itself) : way(itself, 'identity');
  const root = hasIdentity ? accountPrincipal(caller) : undefined;
  return root === undefined
    ? [direct]
    : [direct, way(grantStatement('trust', { principal: { AWS: root }, action }), 'identity')];
}

function identityOf(asked: Asked, role: RoleName): Requirement {
  const { action, caller } = asked;
  return allow(
    {
      id: 'identity',
      ...identityPolicies(caller),
      request: { action, resource: role.knownArn },
      names: [role.arn],
      show: identityCommands(caller),
      usual: ['identity.no-allow'],
    },
    [way(permissionStatement({ action, resource: role.arn.text }), 'trust')],
  );
}

/** The role must exist: STS answers AccessDenied for one that does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export function roleExists(role: RoleName, request: Requirement['request'], id = 'role'): Requirement {
  return exists({
    id,
    step: 'role',
    request,
    target: { kind: 'entity', name: role.name.text, arn: role.knownArn, account: role.account },
    who: 'role-owner',
    show: [roleArnCommand(role.name, role.account)],
    names: [role.arn],
    usual: ['trust.role-not-found', 'trust.role-path'],
    likely: pathOf(role),
  });
}

/** Roles that AWS creates always under a path. */
const WITH_PATH: readonly (readonly [name: RegExp, path: string])[] = [
  [
    /^(?:AmazonSageMaker-ExecutionRole-|AWSGlueServiceRole-|AmazonEKS.*Role-\d|codebuild-.*-service-role$|AWSCodePipelineServiceRole-)/,
    'service-role/',
  ],
  [/^AWSServiceRoleFor/, 'aws-service-role/'],
  [/^AWSReservedSSO_/, 'aws-reserved/sso.amazonaws.com/'],
];

function pathOf({ knownArn, name }: RoleName): string | null {
  if (knownArn === null || !knownArn.endsWith(`:role/${name.text}`)) return null;
  const path = WITH_PATH.find(([pattern]) => pattern.test(name.text))?.[1];
  return path === undefined ? null : `AWS creates a role of this name under the path ${path}, and the ARN has none`;
}

/** The ARN that the call has to send. */
function roleArnValue({ action }: Asked, arn: Named, likely: string | null): Requirement {
  return value(
    {
      id: 'request.role-arn',
      step: 'role',
      request: { action, resource: null },
      target: { kind: 'request' },
      who: 'you',
      names: [arn],
      usual: ['trust.not-a-role'],
      likely: likely ?? 'the call does not name a role: only a role can be assumed',
    },
    { key: 'RoleArn', owner: 'call', expected: [arn.text] },
  );
}

/** Roles that IAM does not let anybody change: a permission set is assigned, a service-linked role belongs to its service. */
function ownedByService({ action }: Asked, role: RoleName): Requirement {
  const isSet = isPermissionSet(role.arn.text);
  return exists({
    id: 'assignment',
    step: 'trust',
    request: { action, resource: role.knownArn },
    target: {
      kind: 'entity',
      name: permissionSetOf(role.arn.text) ?? role.name.text,
      arn: role.knownArn,
      account: role.account,
    },
    who: isSet ? 'identity-center-admin' : 'aws',
    show: isSet
      ? [
          awsCommand(
            null,
            'sso-admin list-account-assignments --instance-arn',
            token('INSTANCE_ARN'),
            '--account-id',
            role.account ?? token('ACCOUNT'),
            '--permission-set-arn',
            token('PERMISSION_SET_ARN'),
          ),
        ]
      : [],
    usual: [isSet ? 'trust.permission-set' : 'trust.service-linked'],
    likely: isSet
      ? 'the role belongs to a permission set: it can be used through IAM Identity Center only'
      : 'this is a service-linked role: only its service can assume it',
  });
}

/** Where a service does not say which role it could not assume: the command that shows the role it was given. */
function findRoleCommands({ caller, question }: Asked, role: RoleName) {
  if (role.knownArn !== null || caller.type !== 'service') return [];
  const found = roleInService(caller.service ?? question.service ?? '');
  return found === undefined ? [] : [shown(null, 'aws', ...commandWords(found))];
}

const OF_SESSION: Readonly<Record<string, string>> = {
  'sts:tagsession': 'trust.tag-session',
  'sts:setsourceidentity': 'trust.set-source-identity',
  'sts:setcontext': 'trust.set-context',
};

function usualOf({ action, caller, accounts }: Asked, role: RoleName): readonly string[] {
  if (caller.type !== null && caller.arn.text === role.knownArn) return ['trust.self'];
  const own = OF_SESSION[action.toLowerCase()];
  if (own !== undefined) return [own];
  if (caller.type === 'service') return ['trust.service-not-trusted', 'trust.service-host', 'trust.confused-deputy'];
  return accounts === 'across'
    ? ['trust.other-account', 'trust.external-id', 'trust.mfa']
    : ['trust.near-miss', 'trust.mfa', 'trust.session-name'];
}

/** What the text alone points at. */
function likelyOf({ action, caller, accounts, denialCase }: Asked, role: RoleName): string | null {
  const own = caller.type === null ? undefined : caller.arn.text;
  if (own !== undefined && own === role.knownArn)
    return 'the caller already is this role: a role that assumes itself must be named in its own trust policy; if the call needs no new session, leave AssumeRole out';
  const isNamesake =
    own !== undefined &&
    role.knownArn !== null &&
    own.split(':').slice(5).join() === role.knownArn.split(':').slice(5).join();
  if (isNamesake) return 'the caller has the same name in another account: check the account in the ARN of the role';
  if (actsOnSession(action))
    return `sts:AssumeRole itself was not denied: the same two documents need ${action} as well`;
  const { denial } = denialCase;
  return accounts === 'across' && denial !== null && denial.reason === null
    ? 'across accounts AWS says less: the message names no policy type'
    : null;
}
