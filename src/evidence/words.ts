import { permissionSetOf } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer, PerLayer } from '../model/layer.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Principal } from '../model/principal.ts';
import { shortName } from '../model/short-name.ts';
import type { ConditionFinding, StatementFinding } from '../model/verdict.ts';
import { layerFact } from './policy-lookup.ts';

/** The policies of a layer, as a noun phrase in the plural or the singular that the layer has. */
export const LAYER_NOUNS = {
  identity: 'identity policies',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policies',
  rcp: 'resource control policies',
  trust: 'trust policy',
  resource: 'resource’s policy',
  endpoint: 'VPC endpoint policy',
} as const satisfies PerLayer<string>;

/** `ci-deployer › Deploy › statement 1 "AssumeTargets"`, or `prod-deploy, trust policy, statement 0`. */
export function placeOfStatement(denialCase: DenialCase, statement: StatementFinding): string {
  return `${placeOfPolicy(denialCase, statement)}${separator(statement.layer)}${statementWords(statement)}`;
}

/** `statement 1 "AssumeTargets"` */
export function statementWords({ index, sid }: Pick<StatementFinding, 'index' | 'sid'>): string {
  return sid === null ? `statement ${index}` : `statement ${index} "${sid}"`;
}

/** Where a policy is: by the place that it is attached to, and its name. */
function placeOfPolicy(
  denialCase: DenialCase,
  { layer, level, policy }: Pick<StatementFinding, 'layer' | 'level' | 'policy'>,
): string {
  switch (layer) {
    case 'identity':
    case 'scp':
    case 'rcp': {
      const fact = layerFact(denialCase, layer);
      const place = fact.status === 'known' ? fact.value[level]?.name : undefined;
      return place === undefined || place === policy.name ? policy.name : `${place} › ${policy.name}`;
    }
    case 'trust':
      return `${policy.name}, trust policy`;
    case 'resource':
      return `${policy.name}, its policy`;
    case 'boundary':
      return `${policy.name}, permissions boundary`;
    case 'session':
    case 'endpoint':
      return policy.name;
  }
}

/** `the trust policy of prod-deploy`, `the inline policy Deploy of ci-deployer`: a policy inside a sentence. */
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
      return `the trust policy of ${name}`;
    case 'boundary':
      return `the permissions boundary ${name}`;
    case 'scp':
      return name === 'service control policy' ? `the ${name}` : `the service control policy ${name}`;
    case 'rcp':
      return name === 'resource control policy' ? `the ${name}` : `the resource control policy ${name}`;
    case 'session':
      return name === LAYER_NOUNS.session ? `the ${name}` : `the session policy ${name}`;
    case 'resource':
      return `the policy of ${shortName(name)}`;
    case 'endpoint':
      return name.startsWith('vpce-') ? `the policy of ${name}` : `the ${LAYER_NOUNS.endpoint}`;
  }
}

function separator(layer: Layer): string {
  return layer === 'identity' || layer === 'scp' || layer === 'rcp' ? ' › ' : ', ';
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
      return principal.name === '' ? 'whoever the token is of' : `identity provider ${principal.name}`;
    case 'anonymous':
      return 'anonymous caller';
    case undefined:
      return 'unknown caller';
  }
}

/** `a`, `a or b`, `a, b or 3 more`: the values that a policy accepts; `nothing` for none. */
export function orList(values: readonly string[]): string {
  const shown = values.length > 3 ? [...values.slice(0, 2), `${values.length - 2} more`] : values;
  const last = shown.at(-1) ?? 'nothing';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`;
}

/** The values that the request has for the key of a condition, separated by commas; undefined where it has none or they are not known. */
export function requestValue({ finding }: { readonly finding: ConditionFinding }): string | undefined {
  return finding.request.status === 'known' ? finding.request.values.join(', ') : undefined;
}
