import { describe, expect, it } from 'vitest';
import { isKnownServicePrincipal } from '../../src/reference/services/known-service-principals.ts';
import {
  passedToService,
  passRoleRows,
  servicesByOperationName,
} from '../../src/reference/services/passed-to-service.ts';
import { passedToServiceTable } from '../../src/reference/services/passed-to-service-table.ts';
import { isServiceHost } from '../../src/reference/services/service-principals.ts';

describe('the table of services that get a passed role', () => {
  const rows = passedToServiceTable();

  it('has a page of AWS and an operation in every row', () => {
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(row.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/);
      expect([...row.operations]).not.toEqual([]);
      for (const operation of row.operations) expect(operation).toMatch(/^[a-z0-9-]+:[a-z0-9]+$/);
    }
  });

  it('names service principals that we know', () => {
    const hosts = rows.flatMap(({ host }) => host ?? []);
    expect(hosts.filter((host) => !isServiceHost(host))).toEqual([]);
    expect(hosts.filter((host) => !isKnownServicePrincipal(host))).toEqual([]);
  });

  it('is read once', () => {
    expect(passedToServiceTable()).toBe(rows);
  });
});

describe('which service gets the role that an operation passes', () => {
  it.each([
    ['lambda:CreateFunction', 'lambda.amazonaws.com'],
    ['LAMBDA:createfunction', 'lambda.amazonaws.com'],
    ['ec2:RunInstances', 'ec2.amazonaws.com'],
    ['iam:AddRoleToInstanceProfile', 'ec2.amazonaws.com'],
    ['ecs:RegisterTaskDefinition', 'ecs-tasks.amazonaws.com'],
    ['glue:CreateJob', 'glue.amazonaws.com'],
  ])('%s: %s, with the page that says so', (operation, host) => {
    const page = expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(passedToService(operation)).toEqual({ status: 'known', host, page });
  });

  it('is open where the operation passes roles to several services', () => {
    const hosts = ['elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com', 'application-autoscaling.amazonaws.com'];
    expect(passedToService('elasticmapreduce:RunJobFlow')).toEqual({
      status: 'candidates',
      hosts,
      maybeNotSent: false,
    });
  });

  it('is closed again by the member of the input that names the role', () => {
    expect(passedToService('elasticmapreduce:RunJobFlow', 'JobFlowRole')).toMatchObject({ host: 'ec2.amazonaws.com' });
    const volumes = 'volumeConfigurations.[].managedEBSVolume.roleArn';
    expect(passedToService('ecs:RunTask', volumes)).toMatchObject({ host: 'ecs.amazonaws.com' });
    expect(passedToService('ecs:RunTask', 'overrides.taskRoleArn')).toMatchObject({ host: 'ecs-tasks.amazonaws.com' });
    expect(passRoleRows('ecs:RunTask', volumes)).toHaveLength(1);
  });

  it('is open where only another member of the input was reviewed', () => {
    expect(passedToService('eks:CreateAddon')).toMatchObject({
      status: 'candidates',
      hosts: ['pods.eks.amazonaws.com'],
    });
  });

  it('is open where AWS contradicts itself about whether the key is sent', () => {
    expect(passedToService('codebuild:CreateProject')).toEqual({
      status: 'candidates',
      hosts: ['codebuild.amazonaws.com'],
      maybeNotSent: true,
    });
  });

  it('is open where a page shows the value without promising it', () => {
    expect(passedToService('states:CreateStateMachine').status).toBe('candidates');
  });

  it('is open in China, where two forms of a principal occur', () => {
    const hosts = ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com'];
    expect(passedToService('ec2:RunInstances', undefined, 'aws-cn')).toMatchObject({ status: 'candidates', hosts });
    expect(passedToService('lambda:CreateFunction', undefined, 'aws-cn')).toMatchObject({ status: 'known' });
  });

  it('is guessed from the prefix for operations that nobody reviewed, and said to be a guess', () => {
    const guess = { status: 'candidates', hosts: ['lambda.amazonaws.com'], maybeNotSent: true };
    expect(passedToService('lambda:InventedOperation')).toEqual(guess);
    expect(passedToService('quantum:Leap')).toEqual({ status: 'unknown' });
    expect(passedToService('')).toEqual({ status: 'unknown' });
  });

  it('has several answers for the name of an operation alone', () => {
    expect(servicesByOperationName('CreateJob')).toEqual(
      expect.arrayContaining(['glue.amazonaws.com', 'mediaconvert.amazonaws.com', 'batchoperations.s3.amazonaws.com']),
    );
    expect(servicesByOperationName('Job')).toEqual([]);
    expect(servicesByOperationName('')).toEqual([]);
  });
});
