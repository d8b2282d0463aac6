import { permissionSetOf } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import { LAYER_WORDS, resourcePolicyWords } from '../model/layer-words.ts';
import type { PolicyRef } from '../model/policy.ts';
import { policyPlace } from '../model/policy-place.ts';
import type { Principal } from '../model/principal.ts';
import { shortName } from '../model/short-name.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { policyHolderOf } from '../reference/resources/policy-holder.ts';
import { layerFact } from './policy-lookup.ts';

/** `ci-deployer › Deploy › statement 1 "AssumeTargets"`, or `prod-deploy, trust policy, statement 0`. */
export function placeOfStatement(denialCase: DenialCase, statement: StatementFinding): string {
  return `${placeOfPolicy(denialCase, statement)}${separator(statement.layer)}${statementWords(statement)}`;
}

/** `statement 1 "AssumeTargets"` */
export function statementWords({ index, sid }: Pick<StatementFinding, 'index' | 'sid'>): string {
  return sid === null ? `statement ${index}` : `statement ${index} "${sid}"`;
}

/** Where a policy is. One of a list is named with what the list is attached to, by the name that this has: `Workloads › DenyRegions`. */
function placeOfPolicy(
  denialCase: DenialCase,
  { layer, level, policy }: Pick<StatementFinding, 'layer' | 'level' | 'policy'>,
): string {
  if (!isOfList(layer)) return policyPlace(policy);
  const fact = layerFact(denialCase, layer);
  const place = fact.status === 'known' ? fact.value[level]?.name : undefined;
  return place === undefined || place === policy.name ? policy.name : `${place} › ${policy.name}`;
}

function isOfList(layer: Layer): layer is 'identity' | 'scp' | 'rcp' {
  return layer === 'identity' || layer === 'scp' || layer === 'rcp';
}

/** `the trust policy of prod-deploy`, `the inline policy Deploy of ci-deployer`: a policy in the middle of a sentence. */
export function policyWords({ kind, name, attachedTo }: PolicyRef): string {
  switch (kind) {
    case 'inline': {
      const set = permissionSetOf(attachedTo);
      if (set !== undefined) return `the inline policy of the permission set ${set}`;
      return `the inline policy ${name}${attachedTo === null ? '' : ` of ${shortName(attachedTo)}`}`;
    }
    case 'managed':
      return `the policy ${name}`;
    case 'trust':
      return `the ${LAYER_WORDS.trust.singular} of ${name}`;
    case 'boundary':
    case 'scp':
    case 'rcp':
    case 'session': {
      // A policy without a name of its own is called by the name of its layer.
      const { singular } = LAYER_WORDS[kind];
      return name === singular ? `the ${singular}` : `the ${singular} ${name}`;
    }
    case 'resource':
      return resourcePolicyWords(name);
    case 'endpoint':
      return name.startsWith('vpce-') ? `the policy of ${name}` : `the ${LAYER_WORDS.endpoint.singular}`;
  }
}

/** `the bucket policy of assets`: the resource policy that decides about a resource. An object has none; its bucket has. */
export function resourcePolicyFor(resource: string | null): string {
  return resourcePolicyWords(resource === null ? null : policyHolderOf(resource));
}

function separator(layer: Layer): string {
  return isOfList(layer) ? ' › ' : ', ';
}

/** `role ci-deployer`, `user alice`, `the AWS service lambda.amazonaws.com`. */
export function callerWords(principal: Principal | null): string {
  switch (principal?.type) {
    case 'user':
      return `user ${principal.name}`;
    case 'role':
    case 'session':
      return `role ${principal.name}`;
    case 'federated-user':
      return `federated user ${principal.name}`;
    case 'root':
      return `root user of ${principal.account}`;
    case 'service':
      return `the AWS service ${principal.name}`;
    case 'federated':
      return principal.name === '' ? 'the holder of the token' : `identity provider ${principal.name}`;
    case 'anonymous':
      return 'anonymous caller';
    case undefined:
      return 'unknown caller';
  }
}
