import { compileAction, matchAction } from '../evaluate/elements/match-action.ts';
import { covers } from '../evidence/near-miss/covers.ts';
import { actionsPerStatement } from '../grants/size-limits.ts';
import { parseArn } from '../model/arn.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { AccessRequest } from '../model/request.ts';
import { isUnnamed } from '../model/unnamed-resource.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import type { ListElement, PolicyStatement } from '../policy/policy-document.ts';
import { actionFacts, serviceFacts } from '../reference/service-facts.ts';
import { rcpServices } from '../reference/services/rcp-services.ts';
import { worksOn } from '../request/nearby-resource.ts';

/** One element of a statement, by its name. */
export type Element = Readonly<Record<string, unknown>>;

/** Actions that trust policies may have. https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
const TRUSTED = ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'SetSourceIdentity', 'TagSession'];

/**
 * The Action or NotAction with which a statement is about all its actions but this one. `none` if it is about this action alone. Undefined
 * where no element that AWS accepts says so.
 */
export function otherActions(
  { action: element }: PolicyStatement,
  action: string,
  policy: PolicyRef,
): Element | 'none' | undefined {
  if (element === null || !element.complete) return undefined;
  const written = element.entries.map(({ value }) => value);
  if (element.negated) return { NotAction: [...written, action] };
  const covers = (entry: string) => matchAction(compileAction(entry), action.toLowerCase()) === 'yes';
  const { kind } = policy;
  if (isAllOfHolder(written, policy)) return { NotAction: action };
  if (written.some(isEverything) && kind !== 'rcp') return kind === 'trust' ? undefined : { NotAction: action };
  // Resource control policies have no NotAction: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
  const values = written.some(isEverything) ? [...rcpServices()].map((prefix) => `${prefix}:*`) : written;
  const others = values.map((entry) => (covers(entry) ? withoutAction(entry, action, kind) : [entry]));
  if (others.some((entries) => entries === undefined)) return undefined;
  const left = [...new Set(others.flatMap((entries) => entries ?? []))];
  return left.length === 0 ? 'none' : { Action: oneOrMore(left) };
}

/**
 * True for `s3:*` in the policy of a bucket and `kms:*` in that of a key: no action of another service is decided there, so all but one of them is
 * NotAction. Other services that have policies are not known to take the element.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
function isAllOfHolder(written: readonly string[], { kind, attachedTo }: PolicyRef): boolean {
  const service = parseArn(attachedTo ?? '')?.service;
  if (kind !== 'resource' || (service !== 's3' && service !== 'kms')) return false;
  return written.length === 1 && written[0]?.toLowerCase() === `${service}:*`;
}

function isEverything(entry: string): boolean {
  return /^\*+(:\*+)?$/.test(entry);
}

/**
 * The actions that an entry covers, but for one. `sqs:*` without `sqs:SendMessage` is `sqs:A*`, `sqs:C*` … `sqs:SendMessageB*`: patterns take
 * in actions that AWS adds later. All wildcards are at the end, where every kind of policy takes them.
 */
function withoutAction(entry: string, action: string, kind: PolicyRef['kind']): readonly string[] | undefined {
  if (!/[*?]/.test(entry)) return [];
  const [prefix = '', asked = ''] = action.split(':', 2);
  const service = serviceFacts(prefix);
  if (service === undefined || compileAction(entry).regular === false) return undefined;
  const names = kind === 'trust' ? TRUSTED : service.actionNames;
  const covered = names.filter(
    (name) =>
      name.toLowerCase() !== asked.toLowerCase() &&
      matchAction(compileAction(entry), `${prefix}:${name}`.toLowerCase()) === 'yes',
  );
  const isPrefix = /^[^*?]*\*+$/.test(entry) && kind !== 'trust';
  return [...new Set(covered.map((name) => `${prefix}:${isPrefix ? upToDifference(name, asked) : name}`))];
}

/** `GetB*` for GetBucketAcl and GetObject: the shortest pattern that covers the one and not the other. */
function upToDifference(name: string, other: string): string {
  const letters = [...name];
  const at = letters.findIndex((letter, index) => letter.toLowerCase() !== other[index]?.toLowerCase());
  return at < 0 ? name : `${name.slice(0, at + 1)}*`;
}

/** A queue policy takes a few actions in one statement, so there may have to be several. */
export function inParts(element: Element, policy: PolicyRef): readonly Element[] {
  const most = actionsPerStatement(policy);
  const { Action: actions } = element;
  if (most === undefined || !Array.isArray(actions) || actions.length <= most) return [element];
  const parts = Array.from({ length: Math.ceil(actions.length / most) }, (_, index) => index * most);
  return parts.map((from) => ({ Action: actions.slice(from, from + most) }));
}

/**
 * The Resource or NotResource with which a statement is about all its resources but that of the request. `none` if it is about this one
 * alone, or if the action has no resources to tell apart. A pattern less one name is none, so that the patterns which cover the resource are left out
 * whole; undefined where that leaves none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
export function otherResources(
  { resource: element }: PolicyStatement,
  { action, resource }: AccessRequest,
  policy: PolicyRef,
): Element | 'none' | undefined {
  if (element === null || !isNamed(resource) || actionFacts(action)?.wildcardOnly === true) return 'none';
  if (!element.complete) return undefined;
  const values = element.entries.map(({ value }) => value);
  if (element.negated) return { NotResource: [...values, resource] };
  if (isOnly(element, resource)) return 'none';
  if (values.length === 1 && values[0] === '*') {
    // A queue, key or secret has a policy that is about itself alone.
    const isHolder = policy.kind === 'resource' && policy.attachedTo === resource;
    return isHolder ? 'none' : { NotResource: resource };
  }
  const left = values.filter((value) => !mayCover(value, resource));
  if (left.length === values.length || left.length === 0) return undefined;
  // A service may refuse a statement with a resource that its action does not work on: the bucket of an object.
  const fitting = left.filter((value) => /[*?]/.test(value) || worksOn(action, value));
  return fitting.length === 0 ? 'none' : { Resource: oneOrMore(fitting) };
}

/** The entries that a list of resources then lacks. */
export function resourcesLeftOut({ resource: element }: PolicyStatement, resource: string): readonly string[] {
  return element?.entries.map(({ value }) => value).filter((value) => mayCover(value, resource)) ?? [];
}

/** What a policy variable stands for is not known here. */
function mayCover(entry: string, resource: string): boolean {
  return entry.includes('$') || covers(entry, resource);
}

function isNamed(resource: string | null): resource is string {
  return resource !== null && !/[*?]/.test(resource) && !isUnnamed(resource);
}

function isOnly({ entries }: ListElement, resource: string): boolean {
  return entries.every(({ value }) => value === resource);
}

/** A copy of a statement that has another element in the place of the one of the same kind. */
export function copyWith(statement: object, element: Element): Element {
  const replaced = new Set(Object.keys(element).flatMap((name) => pairOf(name)));
  const entries = Object.entries(statement);
  const copy: [string, unknown][] = [];
  for (const [name, value] of entries) {
    if (name === 'Sid') continue;
    if (!replaced.has(name)) copy.push([name, value]);
    else copy.push(...Object.entries(element));
  }
  return Object.fromEntries(copy);
}

/** `Action` and `NotAction`: a statement has one of the two. */
function pairOf(name: string): readonly string[] {
  const plain = name.replace(/^Not/, '');
  return [plain, `Not${plain}`];
}
