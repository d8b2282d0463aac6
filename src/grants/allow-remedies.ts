import { namedCaller } from '../evidence/named-caller.ts';
import { FAR } from '../evidence/near-miss/difference.ts';
import { allowsOf, nearestMiss } from '../evidence/near-miss/find-near-misses.ts';
import { documentOf, elementTexts, layerFact, policiesOf } from '../evidence/policy-lookup.ts';
import { isAwsManaged, isPermissionSet, isServiceLinkedRole } from '../model/aws-names.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Who } from '../model/gap.ts';
import type { AttachedPolicy, PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import type { PolicyStatement } from '../model/requirement.ts';
import { shortName } from '../model/short-name.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { getPointer } from '../policy/pointer.ts';
import { policyHolderOf } from '../reference/resources/policy-holder.ts';
import { resourceOfRun } from '../reference/resources/resource-of-run.ts';
import { advise } from './advise.ts';
import { ownerOf } from './owners.ts';
import { allowPassingRole, passesUnnamedRole } from './pass-role-statement.ts';
import { smallestStatement } from './smallest-statement.ts';

/**
 * What gives the request its missing Allow in a layer: the smallest statement, in a document that can take it. Empty where none is known
 * that would do. `passedTo` is the service that likely gets a role, where the request does not show it.
 */
export function allowRemedies(blocker: Blocker, denialCase: DenialCase, passedTo?: string): readonly Remedy[] {
  const { layer } = blocker;
  const statement = smallestStatement(layer, denialCase, passedTo);
  if (layer === 'identity' && passesUnnamedRole(denialCase)) return [allowPassingRole(denialCase)];
  if (layer === 'trust') return trustRemedies(statement, denialCase);
  if (statement === undefined) return [];
  return placesOf(statement, blocker, denialCase).map((remedy) =>
    layer === 'resource' ? remedy : sayWhatIsWider(remedy, denialCase),
  );
}

/** A document for the statement. */
function placesOf(statement: PolicyStatement, blocker: Blocker, denialCase: DenialCase): readonly Remedy[] {
  const { layer, level } = blocker;
  switch (layer) {
    case 'identity':
      return identityRemedies(statement, blocker, denialCase);
    case 'boundary':
    case 'session':
    case 'endpoint':
      return onlyPolicyRemedies(layer, statement, denialCase);
    case 'scp':
      return levelRemedies(level, statement, denialCase);
    case 'rcp':
    case 'trust':
      return [];
    case 'resource':
      return resourceRemedies(statement, denialCase);
  }
}

/** Where the statement covers more than the denied resource, which is of one run, the remedy says so. */
function sayWhatIsWider(remedy: Remedy, { request }: DenialCase): Remedy {
  const wider = resourceOfRun(request?.action ?? '', request?.resource ?? '');
  if (wider === undefined) return remedy;
  switch (remedy.kind) {
    case 'add-statement':
    case 'add-policy':
      return { ...remedy, note: [wider.note, ...(remedy.note === undefined ? [] : [remedy.note])].join('; ') };
    case 'advise':
      return { ...remedy, summary: `${remedy.summary}; ${wider.note}` };
    default:
      return remedy;
  }
}

function addStatement(policy: PolicyRef, statement: PolicyStatement, who: Who): Remedy {
  return { kind: 'add-statement', policy, statement, who };
}

/** A policy of its own for a statement. */
export function addPolicy(attachTo: PolicyRef, statement: PolicyStatement, who: Who, note?: string): Remedy {
  const document = { Version: '2012-10-17', Statement: [statement] };
  return { kind: 'add-policy', attachTo, document, who, ...(note === undefined ? {} : { note }) };
}

/**
 * The customer-managed policy that nearly allows it: its author meant to. Without one a policy of the caller's own, which affects nobody
 * else; AWS-managed policies cannot be changed at all.
 */
function identityRemedies(statement: PolicyStatement, blocker: Blocker, denialCase: DenialCase): readonly Remedy[] {
  const { principal, arn } = namedCaller(denialCase);
  if (arn === null || !['user', 'role', 'session'].includes(principal.type)) return [];
  if (isServiceLinkedRole(arn)) return [advise('a service-linked role cannot be changed: its service owns it', 'aws')];
  const who = ownerOf('identity', denialCase);
  const near = isPermissionSet(arn) ? undefined : customerPolicyNearby(blocker, denialCase);
  if (near !== undefined) {
    const note = 'everything else it is attached to gets the permission too';
    return [{ kind: 'add-statement', policy: near, statement, who, note }];
  }
  const own = policiesOf(layerFact(denialCase, 'identity')).filter(
    ({ ref }) => ref.kind === 'inline' && ref.attachedTo === arn,
  );
  const [inline] = own;
  // A permission set has one inline policy.
  if (isPermissionSet(arn) && inline?.document.status === 'known') return [addStatement(inline.ref, statement, who)];
  if (!listsInlinePolicies(denialCase, arn)) return [besideUnseenPolicies(arn, statement, who)];
  const name = isPermissionSet(arn) ? 'AwsSSOInlinePolicy' : freeName(statement, own);
  return [addPolicy({ name, arn: null, kind: 'inline', attachedTo: arn }, statement, who)];
}

function customerPolicyNearby(blocker: Blocker, denialCase: DenialCase): PolicyRef | undefined {
  const miss = nearestMiss(blocker, denialCase);
  const near = miss?.certain === true && miss.distance < FAR / 2 ? miss.statement : undefined;
  const policy = (near ?? sameActionElsewhere(blocker, denialCase))?.policy;
  return policy?.kind === 'managed' && !isAwsManaged(policy.arn) ? policy : undefined;
}

/** The statement that names the very action, and other resources only: what the request needs belongs beside it. */
function sameActionElsewhere(blocker: Blocker, denialCase: DenialCase): StatementFinding | undefined {
  const action = denialCase.request?.action.toLowerCase();
  return allowsOf(blocker, denialCase).find(
    (statement) =>
      statement.elements.resource === 'no' &&
      elementTexts(documentOf(denialCase, statement), statement, 'Action').some(
        ({ value }) => value.toLowerCase() === action,
      ),
  );
}

/** Are all inline policies of the user or role known by name? */
export function listsInlinePolicies(denialCase: DenialCase, arn: string): boolean {
  const fact = layerFact(denialCase, 'identity');
  const level = fact.status === 'known' ? fact.value.find(({ id }) => id === arn) : undefined;
  return level !== undefined && level.gaps.length === 0;
}

/** Putting an inline policy replaces one of the same name that was not seen: the name says what it allows, and the note that it must be a new one. */
function besideUnseenPolicies(arn: string, statement: PolicyStatement, who: Who): Remedy {
  const { Action: action, Resource: resource } = statement;
  if (isPermissionSet(arn))
    return advise(
      `allow ${action} on ${resource} in the inline policy of the permission set, and keep what it has`,
      who,
    );
  const name = tellingName(statement);
  return addPolicy(
    { name, arn: null, kind: 'inline', attachedTo: arn },
    statement,
    who,
    'it would replace an inline policy of the same name, so check first that there is none',
  );
}

/** `AllowPassRole-prod-ci`: the action, and what is allowed. */
function tellingName(statement: PolicyStatement): string {
  const { Resource: resource } = statement;
  const subject = typeof resource === 'string' ? shortName(resource).replace(/[^A-Za-z0-9]+/g, '-') : '';
  return `${freeName(statement, [])}-${subject}`.slice(0, 64).replace(/-+$/, '');
}

/** `AllowAssumeRole`, or with a number where that name is taken. */
export function freeName({ Action }: PolicyStatement, taken: readonly AttachedPolicy[]): string {
  const action = String(Action);
  const name = `Allow${action.slice(action.indexOf(':') + 1).replace(/[^A-Za-z0-9]/g, '')}`;
  const names = new Set(taken.map(({ ref }) => ref.name));
  if (!names.has(name)) return name;
  let number = 2;
  while (names.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** Layers that have a single policy, which exists. */
function onlyPolicyRemedies(
  layer: 'boundary' | 'session' | 'endpoint',
  statement: PolicyStatement,
  denialCase: DenialCase,
): readonly Remedy[] {
  const [policy] = policiesOf(layerFact(denialCase, layer));
  if (policy === undefined) return [];
  const who = ownerOf(layer, denialCase, policy.ref);
  if (isAwsManaged(policy.ref.arn))
    return [
      advise(
        `replace the AWS-managed ${policy.ref.name} with a customer-managed copy that has this Allow as well`,
        who,
      ),
    ];
  return policy.document.status === 'known' ? [addStatement(policy.ref, statement, who)] : [];
}

/** Every level has to allow the request: a policy of the level that allows something else as well, or a new one. */
function levelRemedies(index: number | null, statement: PolicyStatement, denialCase: DenialCase): readonly Remedy[] {
  const fact = layerFact(denialCase, 'scp');
  const level = fact.status === 'known' && index !== null ? fact.value[index] : undefined;
  if (level === undefined) return [];
  const who = ownerOf('scp', denialCase);
  const own = level.policies.find(
    ({ ref, document }) => !isAwsManaged(ref.arn) && document.status === 'known' && allowsSomething(document.value),
  );
  if (own !== undefined) return [addStatement(own.ref, statement, who)];
  return [addPolicy({ name: freeName(statement, []), arn: null, kind: 'scp', attachedTo: level.id }, statement, who)];
}

function allowsSomething(document: unknown): boolean {
  const statement = getPointer(document, '/Statement');
  const list: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  return list.some((each) => getPointer(each, '/Effect') === 'Allow');
}

function trustRemedies(statement: PolicyStatement | undefined, denialCase: DenialCase): readonly Remedy[] {
  const role = denialCase.facts.role?.arn ?? denialCase.request?.resource ?? '';
  if (isServiceLinkedRole(role)) return [advise('a service-linked role can be assumed by its service only', 'aws')];
  if (isPermissionSet(role))
    return [
      advise(
        'get the permission set assigned: its role can be assumed through IAM Identity Center only',
        'identity-center-admin',
      ),
    ];
  const [policy] = policiesOf(layerFact(denialCase, 'trust'));
  if (policy?.document.status !== 'known' || statement === undefined) return [];
  return [addStatement(policy.ref, statement, ownerOf('trust', denialCase, policy.ref))];
}

function resourceRemedies(statement: PolicyStatement, denialCase: DenialCase): readonly Remedy[] {
  const fact = layerFact(denialCase, 'resource');
  const [policy] = policiesOf(fact);
  const who = ownerOf('resource', denialCase);
  if (policy?.document.status === 'known') return [addStatement(policy.ref, statement, who)];
  const resource = denialCase.request?.resource ?? null;
  if (fact.status !== 'absent' || resource === null) return [];
  // An object has no policy of its own: its bucket has.
  const holder = policyHolderOf(resource);
  return [addPolicy({ name: holder, arn: null, kind: 'resource', attachedTo: holder }, statement, who)];
}
