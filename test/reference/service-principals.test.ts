import { describe, expect, it } from 'vitest';
import { partitionOf } from '../../src/reference/partitions.ts';
import { knownServicePrincipals } from '../../src/reference/services/known-service-principals.ts';
import {
  isServiceHost,
  principalCandidates,
  servicePrincipalForms,
  servicePrincipalsFor,
} from '../../src/reference/services/service-principals.ts';

describe('the service that a text means', () => {
  it.each([
    ['Lambda', 'lambda.amazonaws.com'],
    ['AWS Lambda', 'lambda.amazonaws.com'],
    ['ECS', 'ecs-tasks.amazonaws.com ecs.amazonaws.com'],
    ['Amazon ECS', 'ecs-tasks.amazonaws.com ecs.amazonaws.com'],
    ['Step Functions', 'states.amazonaws.com'],
    ['states', 'states.amazonaws.com'],
    ['states.amazonaws.com', 'states.amazonaws.com'],
    ['states.eu-west-1.amazonaws.com', 'states.eu-west-1.amazonaws.com'],
    ['AWS EventBridge Scheduler', 'scheduler.amazonaws.com'],
    ['EventBridge', 'events.amazonaws.com'],
    ['Firehose', 'firehose.amazonaws.com'],
    ['API Gateway', 'apigateway.amazonaws.com'],
    ['CodePipeline', 'codepipeline.amazonaws.com'],
    ['SSM', 'ssm.amazonaws.com'],
    ['SageMaker', 'sagemaker.amazonaws.com'],
    ['Glue', 'glue.amazonaws.com'],
    ['AWS Batch', 'batch.amazonaws.com ecs-tasks.amazonaws.com ec2.amazonaws.com spotfleet.amazonaws.com'],
    ['ec2', 'ec2.amazonaws.com'],
    ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com.cn'],
    ['vpc-flow-logs', 'vpc-flow-logs.amazonaws.com'],
    ['pods.eks', 'pods.eks.amazonaws.com'],
    ['Nonsense', ''],
    ['AWS', ''],
    ['', ''],
    ['constructor', ''],
    ['evil.com', ''],
    ['lambda.amazonaws.com.evil.com', ''],
  ])('%j: %s', (text, hosts) => {
    expect(servicePrincipalsFor(text).join(' ')).toBe(hosts);
  });

  it('says what each of several is for', () => {
    expect(principalCandidates('EKS').every(({ purpose }) => purpose !== null)).toBe(true);
  });

  it.each([
    ["ECS was unable to assume the role 'x' that was provided for this task.", 'ecs-tasks.amazonaws.com'],
    ['ECS was unable to assume the configured ECS Infrastructure Role', 'ecs.amazonaws.com'],
    ['Unable to assume role and validate the listeners configured on your load balancer.', 'ecs.amazonaws.com'],
    ['ECS was unable to assume it', 'ecs-tasks.amazonaws.com ecs.amazonaws.com'],
  ])('%j narrows ECS to %s', (message, hosts) => {
    expect(
      principalCandidates('ECS', message)
        .map(({ host }) => host)
        .join(' '),
    ).toBe(hosts);
  });

  it('is not searched for in texts of any length', () => {
    expect(servicePrincipalsFor('a'.repeat(1_000_000))).toEqual([]);
  });
});

describe('a service principal of another partition', () => {
  it.each([
    ['ec2.amazonaws.com', 'aws', 'ec2.amazonaws.com'],
    ['ec2.amazonaws.com', 'aws-us-gov', 'ec2.amazonaws.com'],
    ['ec2.amazonaws.com', 'aws-cn', 'ec2.amazonaws.com.cn ec2.amazonaws.com'],
    ['lambda.amazonaws.com', 'aws-cn', 'lambda.amazonaws.com'],
    ['ec2.amazonaws.com', 'aws-iso', 'ec2.amazonaws.com ec2.c2s.ic.gov'],
    ['ec2.amazonaws.com', 'moon', 'ec2.amazonaws.com'],
  ])('%s in %s: %s', (host, partition, forms) => {
    expect(servicePrincipalForms(host, partition).join(' ')).toBe(forms);
  });
});

describe('the list of known service principals', () => {
  it('holds hosts only, in their global form', () => {
    const isRegional = (host: string) => host.split('.').some((label, index) => index > 0 && partitionOf(label));
    const odd = knownServicePrincipals().filter((host) => !isServiceHost(host) || isRegional(host));
    expect(odd).toEqual([]);
    expect(knownServicePrincipals().length).toBeGreaterThan(350);
  });
});
