import { describe, expect, it } from 'vitest';
import {
  hasNoResourcePolicies,
  servicesWithoutPolicies,
  takesResourcePolicy,
} from '../../src/reference/resources/resource-policies.ts';
import { serviceFacts } from '../../src/reference/service-facts.ts';

/** Actions that could put a policy on a resource, by their names. */
const WRITES_POLICY =
  /^(?:put|set|create|add|update|attach|associate|modify|share|register)\w*(?:polic(?:y|ies)|permissions?|acl|resourceshare|grant)/i;

/** Reviewed one by one: what these actions write is no policy of a resource. */
const REVIEWED = new Set(
  `amplify application-autoscaling apprunner appstream autoscaling batch cloudformation cloudfront cloudwatch cognito-idp
  dlm ec2 eks elasticloadbalancing elasticmapreduce fsx gamelift grafana iam iotsitewise quicksight ram route53 securityhub
  servicediscovery sso storagegateway workspaces`.split(/\s+/),
);

describe('services without resource policies', () => {
  it('have no action that could write one, unless they were reviewed', () => {
    const odd = servicesWithoutPolicies().filter(
      (service) =>
        !REVIEWED.has(service) && serviceFacts(service)?.actionNames.some((name) => WRITES_POLICY.test(name)),
    );
    expect(servicesWithoutPolicies().length).toBeGreaterThan(300);
    expect(odd).toEqual([]);
  });

  it.each(['codecommit:GetRepository', 'ec2:RunInstances', 'ECS:RunTask'])('%s: none', (action) => {
    expect(hasNoResourcePolicies(action)).toBe(true);
  });

  // Of services whose policies are written by another service's actions, or that the list of AWS names.
  it.each([
    's3:GetObject',
    'kms:Decrypt',
    'execute-api:Invoke',
    'es:ESHttpGet',
    'kafka-cluster:Connect',
    'vpc-lattice-svcs:Invoke',
    'codeartifact:GetPackageVersionAsset',
    'nothing:Known',
  ])('%s: perhaps', (action) => {
    expect(hasNoResourcePolicies(action)).toBe(false);
  });
});

it('managing an API asks for no resource policy, calling it does', () => {
  expect(['apigateway:POST', 'execute-api:Invoke'].map(takesResourcePolicy)).toEqual([false, true]);
});
