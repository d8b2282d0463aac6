import { describe, expect, it } from 'vitest';
import { KNOWN_SERVICE_PRINCIPALS } from '../../src/reference/known-service-principals.ts';
import {
  globalServicePrincipal,
  isServiceHost,
  nearestServicePrincipals,
  principalCandidates,
  serviceDifference,
  servicePrincipalForms,
  servicePrincipalsFor,
} from '../../src/reference/service-principals.ts';

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

describe('a service principal that was meant otherwise', () => {
  it.each([
    ['lambda.amazon.com', 'lambda.amazonaws.com', 'wrong domain'],
    ['states.eu-west-1.amazonaws.com', 'states.amazonaws.com', 'regional host'],
    ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'other partition'],
    ['Lambda.amazonaws.com', 'lambda.amazonaws.com', 'other case'],
    ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com', 'another principal of the service'],
    ['lamda.amazonaws.com', 'lambda.amazonaws.com', 'spelling'],
    ['glue.amazonaws.com', 'lambda.amazonaws.com', undefined],
    ['lambda.amazonaws.com', 'lambda.amazonaws.com', undefined],
  ])('%s instead of %s: %s', (named, needed, difference) => {
    expect(serviceDifference(named, needed)).toBe(difference);
  });

  it.each([
    ['lambda.amazon.com', 'lambda.amazonaws.com'],
    ['lamdba.amazonaws.com', 'lambda.amazonaws.com'],
    ['states.eu-west-1.amazonaws.com', 'states.amazonaws.com'],
    ['ecs-task.amazonaws.com', 'ecs-tasks.amazonaws.com'],
    ['stepfunctions.amazonaws.com', undefined],
  ])('%s is near to %s', (host, nearest) => {
    expect(nearestServicePrincipals(host, 1)[0]).toBe(nearest);
  });

  it('has a global form', () => {
    expect(globalServicePrincipal('codedeploy.us-east-2.amazonaws.com')).toBe('codedeploy.amazonaws.com');
    expect(globalServicePrincipal('states.cn-north-1.amazonaws.com.cn')).toBe('states.amazonaws.com.cn');
    expect(globalServicePrincipal('delivery.logs.amazonaws.com')).toBe('delivery.logs.amazonaws.com');
    expect(globalServicePrincipal('nonsense')).toBe('nonsense');
  });

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
    const odd = [...KNOWN_SERVICE_PRINCIPALS].filter(
      (host) => !isServiceHost(host) || globalServicePrincipal(host) !== host,
    );
    expect(odd).toEqual([]);
    expect(KNOWN_SERVICE_PRINCIPALS.size).toBeGreaterThan(350);
  });
});
