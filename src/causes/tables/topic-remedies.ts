import { textsAt } from '../../evidence/policy-lookup.ts';
import { callerWords, statementWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { isSendable, keyOwner, leaveToOwner, sendAnother } from '../../grants/leave-to-owner.ts';
import { ownerOf } from '../../grants/owners.ts';
import { isPassRole, servicePrefix } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import { isAwsManaged } from '../../model/aws-names.ts';
import { parsePrincipal } from '../../model/principal.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import { ACL_ACTION, writesObject } from '../../reference/actions/object-acl.ts';
import { otherHoldersOf } from '../../reference/keys/condition-keys.ts';
import type { KeyOwner } from '../../reference/keys/key-owner-rows.ts';
import type { DecidingCondition, TopicRemedies } from './deciding-condition.ts';
import { regionGuard } from './guard-remedies.ts';
import { callerTagging, taggingWords, tagOf } from './tagging.ts';
import { valueToSend } from './value-to-send.ts';

/**
 * Sending a value with which the condition lets the request through. `words` describes that, given the value and the key. Only for keys that
 * are parameters of the call.
 */
export function send(words: (value: string, key: string) => string): TopicRemedies {
  return (condition) => meetBy('call', condition, words);
}

/** The same call made in another way: through a VPC endpoint, over an encrypted connection. */
export function goAnotherWay(words: (value: string, key: string) => string): TopicRemedies {
  return (condition) => meetBy('way', condition, words);
}

/** Only users can get a session with MFA; a role has to be exempted. */
export const sessionWithMfa: TopicRemedies = (condition) => {
  const type = condition.denialCase.facts.principal?.type;
  if (type !== 'user' && type !== 'root') return undefined;
  if (condition.operator.family === 'boolean' && valueToSend(condition) !== 'true') return undefined;
  return [
    {
      kind: 'send',
      context: { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['1'] },
      summary:
        'get a session with your MFA device (aws sts get-session-token --serial-number … --token-code …) and use it',
      who: 'you',
    },
  ];
};

/**
 * Services with one endpoint for all regions; most are in AWS's own lists of what a region guardrail has to leave out.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html#global-endpoints
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 * https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html
 */
const GLOBAL = `account activate artifact aws-marketplace aws-marketplace-management aws-portal billing billingconductor budgets ce chatbot chime
  cloudfront consolidatedbilling cur customer-verification devicefarm ecr-public freetier globalaccelerator health iam importexport
  invoicing mobileanalytics networkmanager organizations payments pricing purchase-orders route53 route53-recovery-control-config
  route53-recovery-readiness route53domains savingsplans shield support supportplans sustainability tax trustedadvisor waf`;

/** Another region, unless the resource is in this one; global services belong in the NotAction of a region guardrail. */
export const otherRegion: TopicRemedies = (condition) => {
  const { action = '', resource = null } = condition.denialCase.request ?? {};
  if (GLOBAL.split(/\s+/).includes(servicePrefix(action))) return leaveOut(condition, action) ?? regionGuard(condition);
  // A resource that exists in one region cannot be requested in another; one that the call makes can.
  const isRegional = resource !== null && (parseArn(resource)?.region ?? '') !== '' && !isMadeBy(action, resource);
  return isRegional
    ? regionGuard(condition)
    : (meetBy('way', condition, (value) => `send the request to an allowed region, ${value} for one`) ??
        regionGuard(condition));
};

/** Launches, which choose everything that they use, image and subnet too. */
const LAUNCHES = /^ec2:(?:RunInstances|RequestSpotInstances|CreateFleet)$/i;

/** Does the call create this resource, or choose it? `RunInstances`, `CreateTable` on `table/orders`, but not `CreateTags` on an instance. */
function isMadeBy(action: string, resource: string): boolean {
  if (LAUNCHES.test(action)) return true;
  const kind = (parseArn(resource)?.resource.split(/[/:]/)[0] ?? '').replaceAll('-', '').toLowerCase();
  const [, made = ''] = /:(?:Create|Run|Request|Allocate|Import|Register|Launch)(\w+)$/i.exec(action) ?? [];
  return kind.length > 2 && made.toLowerCase().replace(/s$/, '').endsWith(kind);
}

function leaveOut(
  { statement, layer, document, denialCase }: DecidingCondition,
  action: string,
): readonly Remedy[] | undefined {
  const pointer = `${statement.pointer}/NotAction`;
  const { policy } = statement;
  if (statement.effect !== 'Deny' || isAwsManaged(policy.arn) || textsAt(document, pointer).length === 0)
    return undefined;
  return [{ kind: 'add-value', policy, pointer, value: action, who: ownerOf(layer, denialCase, policy) }];
}

/** Session names change each time, so all sessions of the role are meant. */
export const allSessions: TopicRemedies = ({ layer, statement, finding, operator, denialCase }) => {
  const { policy } = statement;
  const own = finding.request.status === 'known' ? (finding.request.values[0] ?? '') : '';
  const [id = '', session] = own.split(':', 2);
  const fits = statement.effect === 'Allow' && operator.patterns && !operator.negated && !isAwsManaged(policy.arn);
  if (!fits || session === undefined || uniqueIdOf(id) !== 'role') return undefined;
  const who = ownerOf(layer, denialCase, policy);
  return [{ kind: 'add-value', policy, pointer: finding.pointer, value: `${id}:*`, who }];
};

/** The ACL header to send; a write with an ACL needs a second permission. */
export const sendAclHeader: TopicRemedies = (condition) => {
  const { request } = condition.denialCase;
  const isAcl = /^s3:x-amz-(acl|grant-)/i.test(condition.finding.key);
  const also = request !== null && writesObject(request.action) && isAcl ? `, which needs ${ACL_ACTION} too` : '';
  return meetBy('call', condition, (value, key) => `send ${parameterOf(key)}: ${value} with the object${also}`);
};

/** Tagging the caller: a job for the administrator of its account or permission set. */
export const tagCaller: TopicRemedies = (condition) => {
  const { principal } = condition.denialCase.facts;
  const { who, words } = callerTagging(principal, callerWords(principal), condition);
  return setBeforehand(meetBy('caller', condition, words, who));
};

/** Tagging the resource; iam:PassRole never has the tags of the role. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const tagResource: TopicRemedies = (condition) => {
  const { request } = condition.denialCase;
  if (isPassRole(request?.action ?? null)) return undefined;
  const words = taggingWords(shortName(request?.resource ?? null), condition);
  return setBeforehand(meetBy('resource', condition, words, 'resource-owner'));
};

/** What the caller or the resource is like is set beforehand: the request has it without sending it. */
function setBeforehand(remedies: readonly Remedy[] | undefined): readonly Remedy[] | undefined {
  return remedies?.map((remedy) => (remedy.kind === 'send' ? { ...remedy, setBeforehand: true } : remedy));
}

/** Sending the tag that the request lacks; aws:TagKeys does not show which value it needs. */
export const sendTag: TopicRemedies = (condition) =>
  /tagkeys$/i.test(condition.finding.key)
    ? undefined
    : meetBy('call', condition, (value, key) => `send the tag ${tagOf(key)}=${value} with the request`);

/**
 * The permissions boundary that a new user or role gets comes with the call; of any other call it is the one that the user or role has.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#available-keys-for-iam
 */
export const permissionsBoundary: TopicRemedies = (condition) => {
  const { request } = condition.denialCase;
  if (isSendable(condition.finding.key, condition.denialCase))
    return meetBy('call', condition, (value) => `pass the permissions boundary ${value} with the call`);
  const entity = parsePrincipal(request?.resource ?? '');
  if (entity?.type !== 'user' && entity?.type !== 'role') return leftOpen(condition);
  const { type, name } = entity;
  const found = meetBy(
    'resource',
    condition,
    (value) => `set the permissions boundary of the ${type} ${name} to ${value} first, which limits what it may do`,
    'account-admin',
  );
  return setBeforehand(found)?.map((remedy) => {
    const value = remedy.kind === 'send' ? remedy.context[condition.finding.key]?.[0] : undefined;
    if (remedy.kind !== 'send' || value === undefined || !/^[\w+=,.@-]{1,64}$/.test(name)) return remedy;
    const set = ['aws', 'iam', `put-${type}-permissions-boundary`, `--${type}-name`, name];
    return { ...remedy, commands: [[...set, '--permissions-boundary', value]] };
  });
};

/** The pair of an encryption context that a key policy asks for, or its key. */
export const sendEncryptionContext: TopicRemedies = send((value, key) => {
  const name = key.split(':').slice(2).join(':');
  return name === ''
    ? `send an encryption context with the key ${value}`
    : `send the encryption context ${name}=${value}`;
});

/** Calling through the service that kms:ViaService names; the other keys do not name one. */
export const callThroughService: TopicRemedies = (condition) =>
  condition.finding.key.toLowerCase() === 'kms:viaservice'
    ? meetBy('way', condition, (value) => `let ${value} use the key for you, in place of a direct call`)
    : undefined;

/** `s3:x-amz-acl` → x-amz-acl */
export function parameterOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/**
 * A value for the key with which the condition lets the request through, where the key belongs to `owner` for this operation. Where it belongs
 * to somebody else, a value that is not known makes it the owner's to decide; a known one is left to the mending of the condition.
 */
function meetBy(
  owner: KeyOwner,
  condition: DecidingCondition,
  words: (value: string, key: string) => string,
  who: Remedy['who'] = 'you',
): readonly Remedy[] | undefined {
  const { finding, statement, denialCase } = condition;
  const { key } = finding;
  const holders = otherHolders(condition);
  if (holders.length > 0) return statement.effect === 'Deny' ? [limitTo(holders, condition)] : undefined;
  if (keyOwner(key, denialCase) !== owner) return leftOpen(condition);
  const value = valueToSend(condition);
  if (value === undefined) return owner === 'call' ? (leftOpen(condition) ?? sentOtherwise(condition)) : undefined;
  return [{ kind: 'send', context: { [key]: [value] }, summary: words(value, key), who }];
}

/** A condition of an Allow for which the value in the request cannot be known: the owner of the policy decides. */
function leftOpen(condition: DecidingCondition): readonly Remedy[] | undefined {
  const isOpen = condition.statement.effect === 'Allow' && condition.finding.request.status !== 'known';
  return isOpen ? [leaveToOwner(condition, condition.denialCase)] : undefined;
}

/** What the call is for: with another value it would ask for something else. */
const ASKED_FOR = /^s3:(prefix|delimiter)$/i;

/** A Deny of a parameter is met by sending another value, before anybody is exempted from it. */
function sentOtherwise(condition: DecidingCondition): readonly Remedy[] | undefined {
  if (condition.statement.effect !== 'Deny' || ASKED_FOR.test(condition.finding.key)) return undefined;
  const remedy = sendAnother(condition);
  return remedy && [remedy];
}

/** The kinds of resources that have the key, if this resource is none of them: then no value that is sent helps. */
function otherHolders({ finding, denialCase: { request } }: DecidingCondition): readonly string[] {
  if (request === null || request.resource === null) return [];
  return otherHoldersOf(finding.key, request.action, request.resource).map(({ name }) => name);
}

/** The other resources of the call never have the key, so such a Deny refuses every call. */
function limitTo(kinds: readonly string[], { statement, layer, denialCase, finding }: DecidingCondition): Remedy {
  return advise(
    `limit ${statementWords(statement)} to resources that have ${finding.key} (${kinds.join(', ')}): the request for any other resource of the call never has it`,
    ownerOf(layer, denialCase, statement.policy),
  );
}
