import { isDecidedByTrust, isPassRole, servicePrefix } from '../../model/actions.ts';
import { nameWithoutPath } from '../../model/arn.ts';
import { absent, known, unreadable } from '../../model/fact.ts';
import type { RoleFacts } from '../../model/facts.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYER_WORDS, resourcePolicyNoun } from '../../model/layer-words.ts';
import { assumedInstead } from '../../model/no-role.ts';
import type { LayerFact } from '../../model/policy.ts';
import type { Question, UserOptions } from '../../model/question.ts';
import type { Read, ReadCall } from '../../model/read.ts';
import { createsItsResource } from '../../reference/resources/created-resource.ts';
import { policyHolderOf } from '../../reference/resources/policy-holder.ts';
import { commandForPolicy, hasNoResourcePolicies, mayBeShared } from '../../reference/resources/resource-policies.ts';
import { actionFacts } from '../../reference/service-facts.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { fieldsOf, textOf } from '../ask/fields.ts';
import { givenLayer } from '../given/given-layer.ts';

/** Reads the resource's own policy. For a request to assume a role, that is the role's trust policy. */
export async function readResourceLayer(
  read: Read,
  question: Question,
  given: UserOptions,
  accounts: { readonly owner: string | null; readonly caller: string | null },
  role: Promise<RoleFacts | null>,
): Promise<LayerFact> {
  const { action, resource } = question;
  if (assumedInstead(action, resource) !== undefined) return absentByRule('only a role has a trust policy');
  if (isDecidedByTrust(action, resource)) return trustLayer(await role, given);
  if (given.resourcePolicy !== undefined) {
    const holder = resource === null ? null : policyHolderOf(resource);
    const place = { name: holder ?? LAYER_WORDS.resource.singular, kind: 'resource', attachedTo: holder } as const;
    return givenLayer('resource', given.resourcePolicy, place);
  }
  if (isPassRole(action)) return absentByRule('not used for iam:PassRole');
  if (action?.toLowerCase() === 'sts:assumeroot')
    return absentByRule('not applicable: an account has no resource-based policy');
  if (action !== null && hasNoResourcePolicies(action)) {
    const crosses = accounts.owner !== null && accounts.owner !== accounts.caller;
    if (crosses && resource !== null && mayBeShared(resource)) return unreadable(shareGap(resource, accounts.owner));
    return absentByRule(`${servicePrefix(action)} has no resource-based policies`);
  }
  const isNew = isCreatedHere(action, accounts);
  if (isNew && (resource === '*' || resource === null)) return absentByRule(NO_POLICY_YET);
  if (resource === '*')
    return leavesOutResource(question)
      ? unreadable(notGiven({ what: 'which resource the request is about', layer: 'resource', toPass: 'resource' }))
      : absentByRule('not applicable: the action has no resource');
  if (resource === null)
    return unreadable(notGiven({ what: LAYER_WORDS.resource.one, layer: 'resource', toPass: 'resource' }));
  const found = await readResourcePolicy(read, policyHolderOf(resource), accounts.owner);
  return isNew && found.status === 'unreadable' ? absentByRule(NO_POLICY_YET) : found;
}

const NO_POLICY_YET = 'what the call creates has no policy yet';

/** Does the call create its resource, in an account that is not known to be another one? */
function isCreatedHere(
  action: string | null,
  { owner, caller }: { readonly owner: string | null; readonly caller: string | null },
): boolean {
  return action !== null && createsItsResource(action) && (owner === null || owner === caller);
}

/** True for a `*` that no denial names, of an action that works on resources: AWS does not decide such an action on `*`. */
function leavesOutResource({ action, denial }: Question): boolean {
  return denial === null && action !== null && actionFacts(action)?.wildcardOnly === false;
}

/** The gap for a share. No call of ours shows it; the owner can see it with `aws ram`. */
function shareGap(resource: string, account: string | null) {
  return notGiven({
    what: `whether ${resource} is shared with other accounts (AWS RAM, a permission of its own, or a delegated administrator)`,
    layer: 'resource',
    account,
    toPass: 'resource-policy',
    who: 'resource-owner',
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
function trustLayer(role: RoleFacts | null, given: UserOptions): LayerFact {
  if (role === null)
    return unreadable(notGiven({ what: 'the ARN of the role to assume', layer: 'trust', toPass: 'resource' }));
  const name = nameWithoutPath(role.arn);
  if (given.resourcePolicy !== undefined)
    return givenLayer('trust', given.resourcePolicy, { name, kind: 'trust', attachedTo: role.arn });
  if (role.trustPolicy.status !== 'known') return role.trustPolicy;
  const ref = { name, arn: null, kind: 'trust' as const, attachedTo: role.arn };
  return known([{ id: role.arn, name, policies: [{ ref, document: role.trustPolicy }], gaps: [] }]);
}

/** Reads the policy of a resource that is not a role. Only snapshots have it: AWS is not called for it. */
async function readResourcePolicy(read: Read, resource: string, account: string | null): Promise<LayerFact> {
  const answer = await read(policyCall(resource, account));
  const policy = answer.status === 'answered' ? fieldsOf(answer.output)?.['Policy'] : undefined;
  if (policy === null) return absent('snapshot:ResourcePolicy', resource);
  const document = decodeDocument(policy);
  if (document === undefined) return unreadable(policyGap(resource, account));
  const ref = { name: resource, arn: null, kind: 'resource' as const, attachedTo: resource };
  return known([{ id: resource, name: resource, policies: [{ ref, document: known(document) }], gaps: [] }]);
}

function policyCall(holder: string, account: string | null): ReadCall {
  return { call: 'snapshot:ResourcePolicy', account, input: { ResourceArn: holder } };
}

/** The account in which a snapshot lists the policy of the resource. The ARN of a bucket does not name it. Null if unknown. */
export async function accountByPolicy(read: Read, resource: string | null): Promise<string | null> {
  if (resource === null) return null;
  const answer = await read(policyCall(policyHolderOf(resource), null));
  const account = answer.status === 'answered' ? textOf(fieldsOf(answer.output)?.['Account']) : undefined;
  return account ?? null;
}

function policyGap(resource: string, account: string | null) {
  const command = commandForPolicy(resource);
  const gap = notGiven({
    what: `the ${resourcePolicyNoun(resource)} of ${resource}`,
    layer: 'resource',
    account,
    toPass: 'resource-policy',
    who: 'resource-owner',
  });
  return command === undefined ? gap : { ...gap, shownBy: command };
}
