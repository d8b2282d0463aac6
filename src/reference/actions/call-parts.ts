import { servicePrefix } from '../../model/actions.ts';
import { resourceKind } from '../keys/condition-keys.ts';
import { type ActionResource, actionFacts } from '../service-facts.ts';

/**
 * Kinds of resource that AWS lists as optional, and that a call practically always has; of kinds that take each other's place, the usual
 * one. Reviewed:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances (instance, volume, network interface, key pair …)
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html (RequestSpotInstances)
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-policy-examples.html (a security group is created in a VPC)
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-user.html
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html
 * https://docs.aws.amazon.com/batch/latest/userguide/batch-supported-iam-actions-resources.html
 */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  'ec2:runinstances': ['volume', 'key-pair'],
  'ec2:requestspotinstances': ['image', 'subnet', 'network-interface', 'security-group', 'key-pair'],
  'ec2:createfleet': ['launch-template', 'image', 'subnet', 'volume'],
  'ec2:createnetworkinterface': ['security-group'],
  'ec2:createflowlogs': ['vpc'],
  'ec2:createsecuritygroup': ['vpc'],
  'ec2:createnatgateway': ['subnet', 'elastic-ip'],
  'ssm:sendcommand': ['instance'],
  'ssm:startsession': ['instance'],
  'batch:submitjob': ['job-definition'],
};

/**
 * Calls on one resource, of which AWS lists every kind as required: the usual kind.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html
 */
const ON_ONE_OF: Readonly<Record<string, string>> = {
  'bedrock:invokemodel': 'foundation-model',
  'bedrock:invokemodelwithresponsestream': 'foundation-model',
};

/**
 * Services that check a call on each resource that AWS lists as required; of others, some of those take each other's place.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/iam-auth-access-using-id-policies.html (instance, permission set and account)
 */
const CHECKS_EACH: ReadonlySet<string> = new Set(['ec2', 'kms', 'glue', 'rds', 'ecs', 'ssm', 'batch', 'sso']);

/** The kinds of resource that one call of the action is checked on: those that AWS lists as required, and those that it always has. */
export function partsOfCall(action: string): readonly ActionResource[] {
  const types = actionFacts(action)?.resourceTypes ?? [];
  const only = ON_ONE_OF[action.toLowerCase()];
  if (only !== undefined) return types.filter(({ name }) => name === only);
  const always = ALWAYS[action.toLowerCase()] ?? [];
  const required = types.filter(({ required }) => required);
  return [...required, ...always.flatMap((name) => types.find((type) => type.name === name && !type.required) ?? [])];
}

/** The kinds that the call is checked on beside the one of this resource; empty where that is none of them. */
export function otherParts(action: string, resource: string): readonly ActionResource[] {
  const parts = CHECKS_EACH.has(servicePrefix(action)) ? partsOfCall(action) : [];
  const others = parts.filter(({ arn }) => resourceKind(arn) !== resourceKind(resource));
  return others.length === parts.length ? [] : others;
}
