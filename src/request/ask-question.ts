import { isAccountId, isPartition, parseArn, partitionOfTexts } from '../model/arn.ts';
import type { Denial } from '../model/denial.ts';
import { type Principal, parsePrincipal } from '../model/principal.ts';
import type { Question, UserOptions } from '../model/question.ts';
import { isActionPlaceholder } from '../reference/placeholders.ts';
import { queueArnOfUrl, queueOfUrl } from '../reference/resources/queue-url.ts';
import { actionFacts } from '../reference/service-facts.ts';
import { servicePrincipalsFor } from '../reference/services/service-principals.ts';
import { serviceBehind } from '../reference/services/service-roles.ts';
import { nearbyResource } from './nearby-resource.ts';

/**
 * Who was denied what, as far as a denial and the options say. The text comes first: an option only fills in what the text leaves out or
 * masks (`arn:aws:iam::***:role/x`). Without a denial, the options say it all.
 */
export function askQuestion(denial: Denial | null, given: UserOptions): Question {
  const { principal, principalFrom } = callerOf(denial, given);
  const partition = partitionOfTexts(denial?.caller, denial?.resource, given.caller, given.resource);
  const stated = denial?.action ?? null;
  const action =
    (stated !== null && isActionPlaceholder(stated) ? null : stated) ??
    given.action ??
    (denial?.kind === 'service-cannot-assume' ? 'sts:AssumeRole' : null);
  const around = { action, account: principal?.account ?? null, partition, region: denial?.region ?? null };
  const about = denial === null ? null : (denial.resource ?? nearbyResource(denial, action)?.value ?? null);
  const named = resourceOf(about, given.resource ?? null, around);
  const resource = named.arn ?? (isWildcardOnly(action) ? '*' : null);
  return {
    denial,
    principal,
    principalFrom,
    action,
    resource,
    ...(named.pathUnknown === true ? { pathUnknown: true } : {}),
    service: statedService(denial, given.service ?? null, partition),
    encodedMessage: denial?.encodedMessage ?? null,
    authorizationId: denial?.authorizationId ?? null,
    region: denial?.region ?? regionOf(resource) ?? queueOfUrl(about ?? '')?.region ?? null,
  };
}

/** Such an action has no resource but `*`. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
function isWildcardOnly(action: string | null): boolean {
  return action !== null && actionFacts(action)?.wildcardOnly === true;
}

/** The caller that the text names, else the one that an option names, else none. */
function callerOf(denial: Denial | null, given: UserOptions): Pick<Question, 'principal' | 'principalFrom'> {
  const service = denial?.caller ? serviceBehind(denial.caller) : undefined;
  if (service !== undefined) return { principal: servicePrincipal(service), principalFrom: 'text' };
  const stated = denial?.caller ? parsePrincipal(denial.caller) : undefined;
  if (stated !== undefined) return { principal: withPath(stated, denial), principalFrom: 'text' };
  const named = denial === null ? undefined : callerWithoutArn(denial);
  if (named !== undefined) return { principal: named, principalFrom: 'text' };
  const option = given.caller === undefined ? undefined : principalOf(given.caller);
  if (option !== undefined) return { principal: option, principalFrom: 'option' };
  return { principal: null, principalFrom: null };
}

/** A session with the path of its role, where the record of the call has the role's ARN. */
function withPath(principal: Principal, denial: Denial | null): Principal {
  const role = parsePrincipal(denial?.sent?.['aws:PrincipalArn']?.[0] ?? '');
  const isItsRole = principal.type === 'session' && role?.type === 'role' && role.name === principal.name;
  return isItsRole ? { ...principal, path: role.path } : principal;
}

/** A caller that has no ARN: an AWS service, or an anonymous caller. */
function callerWithoutArn(denial: Denial): Principal | undefined {
  if (denial.callerName !== null) return principalOf(denial.callerName) ?? serviceByName(denial.callerName);
  if (denial.kind !== 'service-cannot-assume' || denial.passedToService === null) return undefined;
  const [host, ...others] = servicePrincipalsFor(denial.passedToService);
  return host !== undefined && others.length === 0 ? servicePrincipal(host) : undefined;
}

/** The service that a text names in words: "CloudWatch Alarms". */
function serviceByName(name: string): Principal | undefined {
  const [host, ...others] = / /.test(name) ? servicePrincipalsFor(name) : [];
  return host !== undefined && others.length === 0 ? servicePrincipal(host) : undefined;
}

/**
 * The principal that a text names: by an ARN (that of an identity provider means anybody who is federated through it), by a service's host,
 * or by the word `anonymous`. Undefined for any other text.
 */
export function principalOf(text: string): Principal | undefined {
  if (text === 'anonymous') return { ...WITHOUT_ARN, type: 'anonymous', name: '' };
  if (/^[a-z0-9.-]{1,128}\.amazonaws\.com(\.cn)?$/.test(text)) return servicePrincipal(text);
  return identityProvider(text) ?? parsePrincipal(text);
}

function identityProvider(text: string): Principal | undefined {
  const arn = parseArn(text);
  const isProvider =
    arn?.service === 'iam' && /^(oidc|saml)-provider\/./.test(arn.resource) && isAccountId(arn.account);
  return isProvider ? { ...WITHOUT_ARN, partition: arn.partition, type: 'federated', name: text } : undefined;
}

/** The principal of an AWS service. */
export function servicePrincipal(host: string): Principal {
  return { ...WITHOUT_ARN, type: 'service', name: host };
}

const WITHOUT_ARN = { arn: null, account: null, partition: 'aws', path: null, sessionName: null } as const;

/** The region in an ARN; null where it has none. */
function regionOf(resource: string | null): string | null {
  const arn = resource === null ? undefined : parseArn(resource);
  return arn !== undefined && arn.region !== '' && /^[a-z0-9-]+$/.test(arn.region) ? arn.region : null;
}

/** What a name without an ARN is completed with. */
interface Around {
  readonly action: string | null;
  /** The caller's account. IAM works on that account only, so a bare name is one of its names. */
  readonly account: string | null;
  readonly partition: string;
  readonly region: string | null;
}

/** The ARN of a resource, or `*`; null where nothing says it. */
interface NamedResource {
  readonly arn: string | null;
  /** It was named without its path. */
  readonly pathUnknown?: true;
}

/**
 * The resource as an ARN or `*`. IAM's errors also say `role X` or `user X`, others name none. An option is used where the text has nothing
 * usable, and where it adds the path to such a name.
 */
function resourceOf(stated: string | null, option: string | null, around: Around): NamedResource {
  const fromOption = option === null ? null : usable(option, around);
  const fromText = stated === null ? null : usable(stated, around);
  if (stated === null || fromText === null) return { arn: fromOption };
  if (!isBareName(stated)) return { arn: fromText };
  const addsPath = fromOption !== null && withoutPath(fromOption) === fromText;
  return addsPath ? { arn: fromOption } : { arn: fromText, pathUnknown: true };
}

/** The names of IAM's resources are unique in an account, whatever their paths are. */
const BARE_IAM_NAME = /^(role|user|group|policy|instance profile) ([\w+=,.@-]{1,128})$/;

function isBareName(text: string): boolean {
  return BARE_IAM_NAME.test(text);
}

function withoutPath(arn: string): string {
  return arn.replace(/(:[a-z-]+\/).*\//, '$1');
}

function usable(text: string, around: Around): string | null {
  if (text === '*') return text;
  if (isWholeArn(text)) return text;
  const queue = queueArnOfUrl(text);
  if (queue !== undefined) return queue;
  const named = /^(role|user|group|policy|instance profile) ([\w+=,.@/-]{1,128})$/.exec(text);
  if (around.account === null) return null;
  if (named === null || !around.action?.toLowerCase().startsWith('iam:')) return byName(text, around);
  const type = named[1] === 'instance profile' ? 'instance-profile' : named[1];
  return `arn:${around.partition}:iam::${around.account}:${type}/${named[2]}`;
}

/**
 * The ARN of a resource that the text has by its name alone: it is in the caller's account, and its type is the only one that the action
 * works on. A region that is not known stays open. Null for S3, whose buckets may be anybody's, and Secrets Manager, which adds characters.
 */
function byName(text: string, { action, account, partition, region }: Around): string | null {
  if (action === null || account === null || /^(?:s3|secretsmanager):/i.test(action) || !BARE_NAME.test(text))
    return null;
  const [type, ...others] = actionFacts(action)?.resourceTypes ?? [];
  if (type === undefined || others.length > 0) return null;
  const known: Readonly<Record<string, string | null>> = { Partition: partition, Account: account, Region: region };
  const placed = type.arn.replace(/\$\{(\w+)\}/g, (token, name: string) => known[name] ?? token);
  const names = [...placed.matchAll(/\$\{(?!Region\})\w+\}/g)];
  return names.length === 1 ? placed.replace(/\$\{(?!Region\})\w+\}/, () => text) : null;
}

const BARE_NAME = /^[\w+=,.@-]{1,128}$/;

/** False for masked, cut or garbled ARNs: nothing can be said of their resource. */
function isWholeArn(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined || arn.resource === '') return false;
  const account = arn.account === '' || /^(\d{12}|aws)$/.test(arn.account);
  return account && isPartition(arn.partition) && !/\*\*\*|<|>|\{|\}|…/.test(text);
}

/** The service that gets a passed role, from the text or an option; null where neither says so (the table of operations may). */
function statedService(denial: Denial | null, option: string | null, partition: string): string | null {
  const stated = denial?.passedToService ?? null;
  return hostOf(stated, partition) ?? hostOf(option, partition);
}

/** The service principal that is meant by a host, a prefix (`lambda`) or a name in prose (`Step Functions`); null where that is not certain. */
function hostOf(text: string | null, partition: string): string | null {
  if (text === null) return null;
  if (/\.amazonaws\.com(\.cn)?$/.test(text)) return text;
  const [host, ...others] = servicePrincipalsFor(text);
  if (host !== undefined) return others.length === 0 ? host : null;
  if (!/^[a-z0-9-]{1,64}$/.test(text)) return null;
  return `${text}.amazonaws.com${partition === 'aws-cn' && text === 'ec2' ? '.cn' : ''}`;
}
