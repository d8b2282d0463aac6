import { isPassRole } from '../../../model/actions.ts';
import { LAYER_WORDS, resourcePolicyNoun, resourcePolicyWords, upperFirst } from '../../../model/layer-words.ts';
import type { NonEmpty } from '../../../model/non-empty.ts';
import type { Requirement, Way } from '../../../model/requirement.ts';
import { alwaysPassesRole, rolesPassedBy } from '../../../reference/services/role-operations.ts';
import { ownerWords } from '../who.ts';

/** What has to be there, in a sentence that ends before what is listed under it. */
export function requirementTitle(one: Requirement, all: readonly Requirement[]): string {
  switch (one.need) {
    case 'allow':
      if (one.step === 'session' && one.who === 'aws')
        return `${one.target.name} made the session policy, and it cannot be changed. Another role that makes the call must have this statement in an identity policy:`;
      if (one.step === 'scp')
        return `In ${documentWords(one)}, no statement may deny ${one.request.action}, and at each level one must allow it:`;
      return `${upperFirst(`${whenWords(one, all)}${documentWords(one)}`)} must have ${statementsWords(one.ways)}:`;
    case 'no-deny':
      // AWS says "explicit deny" of a level without an Allow, too.
      if (one.likely !== null)
        return `Find in ${documentWords(one)} the statement that denies ${one.request.action}${one.step === 'scp' && !isPolicyArn(one.target.arn) ? '' : '; an Allow elsewhere does not help'}:`;
      return `No statement of ${documentWords(one)} may deny ${one.request.action}: an Allow elsewhere does not help.`;
    case 'exists':
      return existsWords(one);
    case 'value':
      return valueWords(one.key, one);
  }
}

/** `where ec2:RunInstances is given a role, `: a call that can be made without one needs no more than its own action then. */
function whenWords({ id, request }: Requirement, all: readonly Requirement[]): string {
  const call = all.find((one) => one.id === 'identity')?.request.action;
  const isOptional =
    id.startsWith('pass-role.') &&
    call !== undefined &&
    call !== request.action &&
    !isPassRole(call) &&
    !alwaysPassesRole(call);
  if (!isOptional) return '';
  const isProfile = rolesPassedBy(call)?.every((member) => /instanceprofile/i.test(member)) === true;
  return `where ${call} is given ${isProfile ? 'an instance profile' : 'a role'}, `;
}

/** The same where a fix shows the statement: what is under it shows what is there now. */
export function writtenTitle(one: Requirement): string {
  return `${upperFirst(documentWords(one))} must have the statement of the fix. What is there now:`;
}

/**
 * The document, with what it is attached to: `the trust policy of prod-deploy (in 444455556666)`.
 * @param within the words about its account; empty where everything is in one account
 */
export function documentWords(one: Requirement, within = withinWords(one)): string {
  const { target, step, who, request } = one;
  const { kind, name, account, attachedTo, arn } = target;
  if (isPolicyArn(arn)) return `the policy ${arn}`;
  switch (kind) {
    case 'identity': {
      if (who === 'identity-center-admin' && name !== null)
        return `the permission set ${name} (an administrator of IAM Identity Center changes it)`;
      const owner = attachedTo === null ? 'the user or role that made the call' : entityWords(attachedTo);
      return `an identity policy of ${owner}${within}`;
    }
    case 'trust':
      return `the trust policy of ${name === 'ROLE_NAME' ? 'the role' : (name ?? 'the role')}${within}`;
    case 'resource':
      if (one.id === 'iot.policy') return 'an AWS IoT policy attached to the Cognito identity or the certificate';
      return attachedTo === null
        ? `the ${resourcePolicyNoun(`arn:aws:${request.action.split(':')[0]}:::x`)}${within}`
        : `${resourcePolicyWords(attachedTo)}${within}`;
    case 'scp':
      return `the service control policies of every level (organization root, OUs, account${account === null ? '' : ` ${account}`})`;
    case 'rcp':
      return account === null
        ? 'the resource control policies over the account of the resource'
        : `the resource control policies over ${account}`;
    default:
      return step === 'caller' || step === 'role' ? (name ?? step) : LAYER_WORDS[step].one;
  }
}

function withinWords({ target: { account } }: Requirement): string {
  return account === null ? '' : ` (in ${account})`;
}

/** True for the policy that AWS names, not what it is attached to. */
export function isPolicyArn(arn: string | null): boolean {
  return arn?.includes(':policy/') === true;
}

/** `role ci-deployer`, from its ARN. */
function entityWords(arn: string): string {
  const kind = /:(user|role|federated-user)\//.exec(arn)?.[1] ?? 'caller';
  return `${kind} ${arn.slice(arn.lastIndexOf('/') + 1)}`;
}

function existsWords({ id, target, who }: Requirement): string {
  const { name, account } = target;
  const within = account === null ? 'the account of the role' : account;
  if (id === 'provider') return `The identity provider ${name} must exist in ${within}:`;
  if (id === 'assignment')
    return who === 'identity-center-admin'
      ? `The permission set ${name} must be assigned to the user or group in ${within}:`
      : `Only its service can assume ${name}.`;
  return `The role ${name} must exist in ${within}, with this path and name:`;
}

function valueWords(key: string, { id, target }: Requirement): string {
  if (id === 'request.role-arn') return 'The call must name the role by its full ARN, with the account:';
  if (id === 'pass-role.account') return 'The role must be in the account of the caller:';
  if (id === 'token.role') return `The assertion must name the role and the provider (attribute ${key}):`;
  const claim = id.slice(id.indexOf('.') + 1);
  const issuer = target.name === null ? '' : ` of ${target.name}`;
  return `The claim ${claim} of the token${issuer} must be what the condition ${key} of the trust policy asks for:`;
}

/** A policy that only limits, with who can read it where that is not everybody's to do. */
export function limitWords({ step, who, target }: Requirement): string {
  if (step === 'caller' || step === 'role') return '';
  const owner = ownerWords(who, { account: target.account, resource: null });
  const { attachedTo, account } = target;
  switch (step) {
    case 'boundary':
      return `the permissions boundary${attachedTo === null ? '' : ` of ${entityWords(attachedTo)}`}`;
    case 'session':
      return 'the session policy, if the session was made with one (--session-policy)';
    case 'endpoint':
      return 'the policy of the VPC endpoint';
    default:
      return `${LAYER_WORDS[step].policies}${account === null ? '' : ` of ${account}`} (${owner} can read them)`;
  }
}

/** One of several ways is enough; all statements of a way are needed. */
function statementsWords([first, ...others]: NonEmpty<Way>): string {
  if (others.length > 0) return 'one of these statements';
  return first.statements.length > 1 ? 'these statements' : 'this statement';
}
