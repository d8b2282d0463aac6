import { namedCaller } from '../evidence/named-caller.ts';
import { layerFact, policiesOf } from '../evidence/policy-lookup.ts';
import { isAwsManaged, isPermissionSet, isServiceLinkedRole } from '../model/aws-names.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Who } from '../model/gap.ts';
import type { AttachedPolicy, PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import { getPointer } from '../policy/pointer.ts';
import { advise } from './advise.ts';
import { callerElements, type Statement, smallestAllow, smallestGrant } from './grant-statement.ts';
import { ownerOf } from './owners.ts';

/**
 * What gives the request its missing Allow in a layer: the smallest statement, in the right document. Empty where nothing that we
 * know would do.
 */
export function allowRemedies(
  { layer, level }: Pick<Blocker, 'layer' | 'level'>,
  denialCase: DenialCase,
): readonly Remedy[] {
  switch (layer) {
    case 'identity':
      return identityRemedies(denialCase);
    case 'boundary':
    case 'session':
      return policyRemedies(layer, denialCase, smallestAllow(denialCase));
    case 'scp':
      return levelRemedies(denialCase, level);
    case 'rcp':
      return [];
    case 'trust':
      return trustRemedies(denialCase);
    case 'resource':
      return resourceRemedies(denialCase);
    case 'endpoint':
      return policyRemedies(layer, denialCase, endpointStatement(denialCase));
  }
}

/** A customer policy of its own: it changes nobody else, and AWS-managed policies cannot be changed at all. */
function identityRemedies(denialCase: DenialCase): readonly Remedy[] {
  const statement = smallestAllow(denialCase);
  const { principal, arn } = namedCaller(denialCase);
  if (statement === undefined || arn === null || !['user', 'role', 'session'].includes(principal.type)) return [];
  if (isServiceLinkedRole(arn)) return [advise('a service-linked role cannot be changed: its service owns it', 'aws')];
  const own = policiesOf(layerFact(denialCase, 'identity')).filter(
    ({ ref }) => ref.kind === 'inline' && ref.attachedTo === arn,
  );
  const who = ownerOf('identity', denialCase);
  const [inline] = own;
  // A permission set has one inline policy.
  if (isPermissionSet(arn) && inline?.document.status === 'known')
    return [{ kind: 'add-statement', policy: inline.ref, statement, who }];
  if (!listsInlinePolicies(denialCase, arn)) return unseenRemedies(arn, statement, who);
  const name = isPermissionSet(arn) ? 'AwsSSOInlinePolicy' : freeName(String(statement['Action']), own);
  const attachTo: PolicyRef = { name, arn: null, kind: 'inline', attachedTo: arn };
  return [{ kind: 'add-policy', attachTo, document: documentWith(statement), who }];
}

/** Are all inline policies of the user or role known by name? */
function listsInlinePolicies(denialCase: DenialCase, arn: string): boolean {
  const fact = layerFact(denialCase, 'identity');
  const level = fact.status === 'known' ? fact.value.find(({ id }) => id === arn) : undefined;
  return level !== undefined && level.gaps.length === 0;
}

/** An inline policy that is put replaces one of the same name, which may be there; a managed policy is never made over another one. */
function unseenRemedies(arn: string, statement: Statement, who: Who): readonly Remedy[] {
  const { Action: action, Resource: resource } = statement;
  if (isPermissionSet(arn))
    return [
      advise(`let the inline policy of the permission set allow ${action} on ${resource}, beside what it has`, who),
    ];
  const attachTo: PolicyRef = { name: freeName(String(action), []), arn: null, kind: 'managed', attachedTo: arn };
  return [{ kind: 'add-policy', attachTo, document: documentWith(statement), who }];
}

/** `AllowAssumeRole`, or with a number where the name is taken. */
function freeName(action: string, taken: readonly AttachedPolicy[]): string {
  const name = `Allow${action.slice(action.indexOf(':') + 1).replace(/[^A-Za-z0-9]/g, '')}`;
  const names = new Set(taken.map(({ ref }) => ref.name));
  if (!names.has(name)) return name;
  let number = 2;
  while (names.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** A policy of one statement. */
function documentWith(statement: Statement): Statement {
  return { Version: '2012-10-17', Statement: [statement] };
}

function policyRemedies(
  layer: 'boundary' | 'session' | 'endpoint',
  denialCase: DenialCase,
  statement: Statement | undefined,
): readonly Remedy[] {
  const [policy] = policiesOf(layerFact(denialCase, layer));
  if (policy === undefined || statement === undefined) return [];
  const who = ownerOf(layer, denialCase, policy.ref);
  if (isAwsManaged(policy.ref.arn))
    return [
      advise(`use a policy of your own in place of the AWS-managed ${policy.ref.name}, with this Allow added`, who),
    ];
  return policy.document.status === 'known' ? [{ kind: 'add-statement', policy: policy.ref, statement, who }] : [];
}

/** An SCP grants nothing: it only has to let the request through, at every level. */
function levelRemedies(denialCase: DenialCase, index: number | null): readonly Remedy[] {
  const fact = layerFact(denialCase, 'scp');
  const level = fact.status === 'known' && index !== null ? fact.value[index] : undefined;
  const allow = smallestAllow(denialCase);
  if (level === undefined || allow === undefined) return [];
  const statement: Statement = { Effect: 'Allow', Action: allow['Action'], Resource: allow['Resource'] };
  const own = level.policies.find(
    ({ ref, document }) => !isAwsManaged(ref.arn) && document.status === 'known' && allowsSomething(document.value),
  );
  const who = 'organization-admin';
  if (own !== undefined) return [{ kind: 'add-statement', policy: own.ref, statement, who }];
  const attachTo: PolicyRef = {
    name: freeName(String(statement['Action']), []),
    arn: null,
    kind: 'scp',
    attachedTo: level.id,
  };
  return [{ kind: 'add-policy', attachTo, document: documentWith(statement), who }];
}

function allowsSomething(document: unknown): boolean {
  const statement = getPointer(document, '/Statement');
  const list: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  return list.some((each) => getPointer(each, '/Effect') === 'Allow');
}

function trustRemedies(denialCase: DenialCase): readonly Remedy[] {
  const [policy] = policiesOf(layerFact(denialCase, 'trust'));
  const role = denialCase.facts.role?.arn ?? denialCase.request?.resource ?? '';
  if (isServiceLinkedRole(role)) return [advise('a service-linked role can be assumed by its service only', 'aws')];
  if (isPermissionSet(role))
    return [
      advise(
        'get the permission set assigned: its role can be assumed through IAM Identity Center only',
        'identity-center-admin',
      ),
    ];
  const statement = smallestGrant(denialCase, undefined);
  if (policy?.document.status !== 'known' || statement === undefined) return [];
  return [{ kind: 'add-statement', policy: policy.ref, statement, who: ownerOf('trust', denialCase, policy.ref) }];
}

function resourceRemedies(denialCase: DenialCase): readonly Remedy[] {
  const resource = denialCase.request?.resource ?? null;
  if (resource === null || resource === '*') return [];
  // In a key policy "*" is the key itself. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
  const statement = smallestGrant(denialCase, /^arn:[^:]*:kms:/.test(resource) ? '*' : resource);
  if (statement === undefined) return [];
  const fact = layerFact(denialCase, 'resource');
  const [policy] = policiesOf(fact);
  const who = 'resource-owner';
  if (policy?.document.status === 'known') return [{ kind: 'add-statement', policy: policy.ref, statement, who }];
  if (fact.status !== 'absent') return [];
  const attachTo: PolicyRef = { name: resource, arn: null, kind: 'resource', attachedTo: resource };
  return [{ kind: 'add-policy', attachTo, document: documentWith(statement), who }];
}

/** Gateway endpoints know no principal ARNs: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function endpointStatement(denialCase: DenialCase): Statement | undefined {
  const allow = smallestAllow(denialCase);
  const { arn } = namedCaller(denialCase);
  if (allow === undefined || arn === null || callerElements(denialCase) === undefined) return undefined;
  return {
    Effect: 'Allow',
    Principal: '*',
    Action: allow['Action'],
    Resource: allow['Resource'],
    Condition: { ArnEquals: { 'aws:PrincipalArn': arn } },
  };
}
