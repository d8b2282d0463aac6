import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import { isPassRole } from '../../model/actions.ts';
import type { Requirement } from '../../model/requirement.ts';
import { serviceOfCall } from '../../parse/operations/operation-services.ts';
import { oneOrMore } from '../../policy/one-or-more.ts';
import { passedToService, servicesByOperationName } from '../../reference/services/passed-to-service.ts';
import { alwaysPassesRole, rolesPassedBy } from '../../reference/services/role-operations.ts';
import type { Asked } from '../asked.ts';
import { hasIdentityPolicies, identityPolicies } from '../caller.ts';
import { identityCommands, roleArnCommand, trustCommand } from '../commands.ts';
import { isHost } from '../grammar.ts';
import { allow, awsCommand, type Shown, value, way } from '../make.ts';
import { known, type Named, token } from '../named.ts';
import { type RoleName, roleOf } from '../role.ts';
import { serviceTerms } from '../service-terms.ts';
import { accountOf, roleExists } from './assume-role.ts';
import { guardrails } from './guardrails.ts';

/** Which role is given to which service by which call. */
interface Passing {
  readonly role: RoleName;
  /** The services that may get the role; empty where the call does not send iam:PassedToService. */
  readonly hosts: readonly Named[];
  /** The operation that passes the role, as service:Operation; null where it is not known. */
  readonly operation: string | null;
}

const PASS_ROLE = 'iam:PassRole';

/**
 * To pass a role to a service: an identity policy must allow iam:PassRole on the role's exact ARN, for that service; the role must be in
 * the caller's account, and trust the service (which is no part of iam:PassRole, but comes next).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passRole(asked: Asked): readonly Requirement[] {
  const passing = passingOf(asked, operationOf(asked));
  const { role } = passing;
  return [
    ...(hasIdentityPolicies(asked.caller) ? [passIdentity('identity', asked, passing, null)] : []),
    sameAccount(asked, role),
    roleExists(role, { action: PASS_ROLE, resource: role.knownArn }),
    passedTrust(passing, asked),
    ...guardrails(asked, [role.arn]),
  ];
}

/** The same beside an operation that passes a role. Empty where no input of it names one. */
export function passedByOperation(asked: Asked, isNamed: boolean): readonly Requirement[] {
  const members = rolesPassedBy(asked.action);
  if (members === undefined) return [];
  // What the text has as its resource is that of the operation.
  const passing = passingOf({ ...asked, resource: null }, asked.action);
  const name = asked.action.slice(asked.action.indexOf(':') + 1);
  const isProfile = members.every((member) => /instanceprofile/i.test(member));
  const role = isProfile ? 'the role in the instance profile' : 'the role that it is given';
  // Where the call can be made without a role, its own action is as likely. Without a denial, neither is missing.
  const likely =
    isNamed || asked.question.denial === null || !alwaysPassesRole(asked.action)
      ? null
      : `${name} also needs iam:PassRole on ${role}, and the error does not say which of the two is missing`;
  const identity = hasIdentityPolicies(asked.caller)
    ? [passIdentity('pass-role.identity', asked, passing, likely, isProfile)]
    : [];
  return [...identity, passedTrust(passing, asked)];
}

function passIdentity(
  id: 'identity' | 'pass-role.identity',
  asked: Asked,
  { role, hosts }: Passing,
  likely: string | null,
  isProfile = isPassedInProfile(hosts),
): Requirement {
  const { caller } = asked;
  const arn =
    isProfile && role.knownArn === null
      ? token('ROLE_ARN', 'ARN, with its path, of the role in the instance profile')
      : role.arn;
  const statement = permissionStatement({
    action: PASS_ROLE,
    resource: arn.text,
    passedTo: hosts.length === 0 ? undefined : oneOrMore(hosts.map(({ text }) => text)),
  });
  return allow(
    {
      id,
      ...identityPolicies(caller),
      request: { action: PASS_ROLE, resource: role.knownArn },
      names: [arn, ...hosts],
      show: [...findCommands(asked, role, isProfile), ...(id === 'identity' ? identityCommands(caller) : [])],
      usual: ['identity.no-allow', 'passrole.passed-to-service', 'passrole.role-path'],
      likely,
    },
    [way(statement)],
  );
}

function isPassedInProfile(hosts: readonly Named[]): boolean {
  return hosts.length === 1 && hosts[0]?.text === EC2;
}

/** How to find the role, where the text does not name it; its exact ARN, where it does. */
function findCommands({ place }: Asked, role: RoleName, isProfile: boolean): readonly Shown[] {
  if (role.knownArn !== null) return [];
  if (!isProfile) return [roleArnCommand(role.name, place.account)];
  return [
    awsCommand(
      place.account,
      'iam get-instance-profile --instance-profile-name',
      token('PROFILE_NAME'),
      '--query',
      'InstanceProfile.Roles[].Arn',
    ),
  ];
}

/** "You cannot pass a role across accounts" */
function sameAccount({ caller }: Asked, role: RoleName): Requirement {
  const account = caller.account === null ? token('CALLER_ACCOUNT') : known(caller.account);
  const isOther = role.account !== null && caller.account !== null && role.account !== caller.account;
  return value(
    {
      id: 'pass-role.account',
      step: 'role',
      request: { action: PASS_ROLE, resource: role.knownArn },
      target: { kind: 'request', account: role.account },
      who: 'you',
      names: [account],
      usual: ['passrole.cross-account'],
      likely: isOther ? 'a role cannot be passed across accounts' : null,
    },
    { key: 'aws:ResourceAccount', owner: 'call', expected: [account.text] },
  );
}

/** The service that gets the role assumes it; where a call passes several roles, each is for a service of its own. */
function passedTrust({ role, hosts }: Passing, { place }: Asked): Requirement {
  const [host = token('SERVICE_HOST'), ...more] = hosts;
  const termsOf = ({ text }: Named) => serviceTerms(text, 'sts:AssumeRole', accountOf(role), place.partition);
  const trust = (each: Named) => way(grantStatement('trust', { principal: { Service: each.text }, ...termsOf(each) }));
  return allow(
    {
      id: 'pass-role.trust',
      step: 'trust',
      request: { action: 'sts:AssumeRole', resource: role.knownArn },
      target: { kind: 'trust', name: role.name.text, account: role.account, attachedTo: role.knownArn },
      who: 'role-owner',
      names: [host, role.name, ...[host, ...more].flatMap((each) => termsOf(each).names)],
      show: [trustCommand(role.name, role.account)],
      usual: ['trust.service-not-trusted', 'trust.service-host'],
    },
    [trust(host), ...more.map(trust)],
  );
}

/** The operation that passed the role: what the wrapper of the message names. */
function operationOf({ question: { denial } }: Asked): string | null {
  const operation = denial?.operation ?? null;
  if (denial === null || operation === null || operation === 'PassRole') return null;
  const service = serviceOfCall(denial);
  return service === undefined ? `:${operation}` : `${service}:${operation}`;
}

function passingOf(asked: Asked, operation: string | null): Passing {
  return { role: roleOf(asked), hosts: hostsOf(asked, operation), operation };
}

/** The value of iam:PassedToService: as the text or the request has it, else what the operation is known to send. */
function hostsOf({ question, denialCase, place }: Asked, operation: string | null): readonly Named[] {
  const { request } = denialCase;
  const key = isPassRole(request?.action ?? null) ? request?.context.get('iam:PassedToService') : undefined;
  if (key?.status === 'missing' && question.service === null && operation !== null && !operation.startsWith(':'))
    return [];
  const stated = key?.status === 'known' ? key.values : question.service === null ? [] : [question.service];
  if (stated.length > 0 && stated.every(isHost)) return stated.map(known);
  if (operation === null && isForProfile(denialCase)) return [known(EC2)];
  const found = operation === null ? [] : hostsByOperation(operation, place.partition);
  return found.length > 0 && found.length <= 3 ? found.map(known) : [token('SERVICE_HOST')];
}

const EC2 = 'ec2.amazonaws.com';

/**
 * True where the text says that the role goes into an instance profile, which only EC2 uses.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
function isForProfile({ text }: Pick<Asked['denialCase'], 'text'>): boolean {
  return /\brole\b.{0,200}\bto (?:the )?instance profile\b|AddRoleToInstanceProfile|AssociateIamInstanceProfile/is.test(
    text.slice(0, 65_536),
  );
}

function hostsByOperation(operation: string, partition: string): readonly string[] {
  if (operation.startsWith(':')) return servicesByOperationName(operation.slice(1), partition);
  const sent = passedToService(operation, undefined, partition);
  if (sent.status === 'known') return [sent.host];
  return sent.status === 'candidates' ? sent.hosts : [];
}
