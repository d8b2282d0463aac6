import { servicePrefix } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import type { PrincipalType } from '../../model/principal.ts';
import { nearestTexts } from '../edit-distance.ts';
import { type ActionResource, actionFacts, type ServiceFacts, serviceFacts } from '../service-facts.ts';
import { GLOBAL_CONDITION_KEYS, type GlobalConditionKey } from './global-condition-keys.ts';
import { IAM_CONDITION_KEYS, type IamConditionKey } from './iam-condition-keys.ts';
import { type Presence, ROLE_SESSIONS } from './presence.ts';

const GLOBAL = byName(GLOBAL_CONDITION_KEYS);
const IAM = byName(IAM_CONDITION_KEYS);

/**
 * Does AWS put this key into a request by this kind of caller, for this action? The key is taken in any case.
 * `never` is said only where AWS's documentation says so: then the key is missing, which is something else than unknown.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function presenceOf(key: string, caller: PrincipalType, action?: string): Presence {
  const global = lookUp(GLOBAL, key);
  if (global !== undefined) {
    const presence = global.presence[caller] ?? 'depends';
    return presence === 'depends' && action !== undefined && isOfOtherActions(key, action) ? 'never' : presence;
  }
  if (isMalformed(key)) return 'never';
  if (isFederationKey(key)) return ROLE_SESSIONS[caller] ?? 'depends';
  if (action === undefined) return 'depends';
  if (belongsToAnotherService(key, action)) return 'never';
  const iam = lookUp(IAM, key);
  if (iam === undefined) return isOfOtherActions(key, action) ? 'never' : 'depends';
  if (iam.actions === null) return 'depends';
  if (iam.always.includes(action.toLowerCase())) return 'always';
  return iam.actions.includes(action.toLowerCase()) ? 'depends' : 'never';
}

/** True for a key that no request of the action has for the resource: it guards nothing there. */
export function isOfNoRequest(key: string, action: string, resource: string | null): boolean {
  if (resource !== null && otherHoldersOf(key, action, resource).length > 0) return true;
  return CALLERS.every((caller) => presenceOf(key, caller, action) === 'never');
}

const CALLERS: readonly PrincipalType[] = ['user', 'role', 'session', 'root', 'service', 'federated', 'anonymous'];

/** Can the key have several values in one request? Only set operators (ForAnyValue, ForAllValues) suit such a key. */
export function isMultivalued(key: string): boolean {
  const known = lookUp(GLOBAL, key) ?? lookUp(IAM, key);
  return known?.multivalued ?? documentedType(key)?.startsWith('ArrayOf') ?? false;
}

/** The key in AWS's spelling, with AWS's page where it is a global one or one of IAM; undefined where we do not know it. */
export function describeConditionKey(key: string): { readonly key: string; readonly page: string | null } | undefined {
  const known = lookUp(GLOBAL, key) ?? lookUp(IAM, key);
  if (known !== undefined) return { key: spelled(known.key, key), page: known.page };
  const documented = documentedKey(key);
  return documented === undefined ? undefined : { key: spelled(documented.key, key), page: null };
}

/** Global keys that AWS lists for each action all the same. */
const OF_SOME_ACTIONS = ['aws:requesttag/', 'aws:resourcetag/', 'aws:tagkeys'];

/**
 * Is the key documented for the action? Global keys are for every action. `unlisted`: AWS's list for the action does not have it,
 * though such lists have gaps. `unknown`: we do not know the action.
 */
export function supportOf(key: string, action: string): 'listed' | 'unlisted' | 'unknown' {
  const id = key.toLowerCase();
  const global = lookUp(GLOBAL, key);
  if (global !== undefined && !OF_SOME_ACTIONS.some((beginning) => id.startsWith(beginning))) return 'listed';
  const facts = actionFacts(action);
  if (facts === undefined) return 'unknown';
  return facts.conditionKeys.some((each) => coversKey(each, id)) ? 'listed' : 'unlisted';
}

/** Claims that IAM takes from the token of any OIDC provider. */
const CLAIMS_OF_ANY = [':amr', ':aud', ':email', ':oaud', ':sub'];

/**
 * Why it is doubtful that any request of the action has the key: AWS does not document the key, or lists it for other actions of the service.
 * Null where a request may well have it. A tag of a resource is never doubted: AWS adds them to its resources all the time.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function doubtOf(key: string, action: string | null): 'undocumented' | 'other-actions' | null {
  const id = key.toLowerCase();
  if (CLAIMS_OF_ANY.some((claim) => id.endsWith(claim)) || id.includes('tag/')) return null;
  if (serviceFacts('sts') !== undefined && describeConditionKey(key) === undefined) return 'undocumented';
  const service = action === null || isFederationKey(key) ? undefined : serviceFacts(servicePrefix(action));
  if (service === undefined || action === null || supportOf(key, action) !== 'unlisted') return null;
  return shareOfActions(id, service) > 0 ? 'other-actions' : null;
}

/**
 * The resources of the call that AWS lists the key for, where it lists it for others than this one only: EC2 decides RunInstances once
 * for each resource that it needs, and only the instance's decision has an instance type. Empty wherever AWS's list does not plainly say so.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function otherHoldersOf(key: string, action: string, resource: string): readonly ActionResource[] {
  const types = actionFacts(action)?.resourceTypes ?? [];
  const kind = resourceKind(resource);
  const [own, ...doubles] = types.filter(({ arn }) => resourceKind(arn) === kind);
  if (kind === '' || own === undefined || doubles.length > 0 || own.conditionKeys === null) return [];
  const id = key.toLowerCase();
  const lists = ({ conditionKeys }: ActionResource) => conditionKeys?.some((each) => coversKey(each, id)) === true;
  return lists(own) ? [] : types.filter(lists);
}

/** `ec2:instance` of `arn:aws:ec2:eu-west-1:111122223333:instance/*`, and of AWS's pattern for it; empty where none is shown. */
export function resourceKind(arn: string): string {
  const { service = '', resource = '' } = parseArn(arn) ?? {};
  const slash = resource.indexOf('/');
  return slash < 1 ? '' : `${service}:${resource.slice(0, slash)}`;
}

/** Global keys with a name like this one, the nearest first: for typing errors. */
export function nearestConditionKeys(key: string, count: number): readonly string[] {
  const service = serviceFacts(servicePrefix(key));
  const keys = [...GLOBAL.values(), ...IAM.values()].map((each) => each.key);
  const more = [...(service?.conditionKeys.values() ?? [])].map((each) => each.key);
  return nearestTexts(key, [...new Set([...keys, ...more])], count);
}

function byName<T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.key.toLowerCase(), row]));
}

/** A row by its whole name, or by what stands before the slash where the row stands for many. */
function lookUp<T extends GlobalConditionKey | IamConditionKey>(
  rows: ReadonlyMap<string, T>,
  key: string,
): T | undefined {
  const id = key.toLowerCase();
  return rows.get(id) ?? rows.get(id.slice(0, id.indexOf('/') + 1));
}

/** AWS's spelling of the fixed part, the caller's of the tag key. */
function spelled(known: string, asked: string): string {
  const [fixed = ''] = known.split('${', 1);
  return known === fixed && !known.endsWith('/') ? known : fixed + asked.slice(fixed.length);
}

/**
 * An issuer named by its URL, by the ARN of its provider, or with a slash at its end: IAM names it by host and path, so that no request has
 * such a key. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function isMalformed(key: string): boolean {
  return /^(https?:|arn:[^:]*:iam:)|\.[^:]*\/:[a-z_]+$/i.test(key);
}

/** `<issuer host>:claim` and `saml:attribute`: they come with a web identity token or a SAML assertion. */
function isFederationKey(key: string): boolean {
  const prefix = servicePrefix(key);
  return prefix === 'saml' || prefix.includes('.');
}

/** A service-specific key works with requests to its service only, except where another service lists it. */
function belongsToAnotherService(key: string, action: string): boolean {
  const owner = servicePrefix(key);
  const target = serviceFacts(servicePrefix(action));
  if (target === undefined || owner === target.prefix || serviceFacts(owner) === undefined) return false;
  for (const each of target.conditionKeys.keys()) if (each.startsWith(`${owner}:`)) return false;
  return true;
}

/**
 * Does AWS list the key for other actions of the service, and not for this one? A key that it lists for none of them, or for most, is one
 * of the caller or of calls in general, and AWS's lists have gaps there. An action without resources has no resource with a tag; where it
 * has some, AWS may have added tags to one of them since.
 */
function isOfOtherActions(key: string, action: string): boolean {
  const service = serviceFacts(servicePrefix(action));
  const owner = servicePrefix(key);
  if (service === undefined || (owner !== 'aws' && owner !== service.prefix)) return false;
  if (supportOf(key, action) !== 'unlisted') return false;
  if (key.toLowerCase().includes(':resourcetag/')) return actionFacts(action)?.wildcardOnly === true;
  const share = shareOfActions(key.toLowerCase(), service);
  return share > 0 && (share < MOST || /^aws:(requesttag\/|tagkeys$)/i.test(key));
}

/** A key that is listed for more of a service's actions than this is one of its calls in general: `s3:authType`, `kms:ViaService`. */
const MOST = 0.5;

const shares = new Map<string, number>();

/** For how many of the service's actions AWS lists the key, as a fraction. */
function shareOfActions(id: string, service: ServiceFacts): number {
  const documented = documentedKeyOf(service, id)?.key;
  if (documented === undefined) return 0;
  const name = `${service.prefix} ${documented}`;
  const cached = shares.get(name);
  if (cached !== undefined) return cached;
  const listing = service.actionNames.filter((one) => service.action(one)?.conditionKeys.includes(documented) === true);
  const share = listing.length / service.actionNames.length;
  shares.set(name, share);
  return share;
}

function documentedType(key: string): string | undefined {
  return documentedKey(key)?.type;
}

function documentedKey(key: string): { readonly key: string; readonly type: string } | undefined {
  const owner: ServiceFacts | undefined = serviceFacts(isFederationKey(key) ? 'sts' : servicePrefix(key));
  return owner && documentedKeyOf(owner, key.toLowerCase());
}

function documentedKeyOf(
  { conditionKeys }: ServiceFacts,
  id: string,
): { readonly key: string; readonly type: string } | undefined {
  return conditionKeys.get(id) ?? [...conditionKeys.values()].find((each) => coversKey(each.key, id));
}

/** Does a documented key, perhaps `aws:RequestTag/${TagKey}`, stand for this one (in lower case)? */
export function coversKey(documented: string, id: string): boolean {
  const name = documented.toLowerCase();
  const variable = name.indexOf('${');
  if (variable < 0) return name === id;
  const rest = name.slice(name.indexOf('}', variable) + 1);
  const fixed = name.slice(0, variable);
  return id.length > fixed.length + rest.length && id.startsWith(fixed) && (rest.includes('${') || id.endsWith(rest));
}
