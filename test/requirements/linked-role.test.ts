import { describe, expect, it } from 'vitest';
import { requirementsOf, statementsOf } from './requirements-of.ts';

const linked = (host: string, name: string) => `arn:aws:iam::ACCOUNT:role/aws-service-role/${host}/${name}`;

describe('a service-linked role that does not exist', () => {
  it.each([
    [
      'An error occurred (InvalidParameterException) when calling the CreateService operation: Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
      linked('ecs.amazonaws.com', 'AWSServiceRoleForECS'),
    ],
    [
      'AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
      linked('spot.amazonaws.com', 'AWSServiceRoleForEC2Spot'),
    ],
    [
      'An error occurred (InvalidParameterValue) when calling the CreateDBInstance operation: Unable to create the resource. Verify that you have permission to create service linked role. Otherwise wait and try again later',
      linked('rds.amazonaws.com', 'AWSServiceRoleForRDS'),
    ],
  ])('is named with its path: %s', async (text, resource) => {
    const { identity } = await requirementsOf(text);
    expect(statementsOf(identity)).toEqual([
      { Effect: 'Allow', Action: 'iam:CreateServiceLinkedRole', Resource: resource },
    ]);
  });
});

describe('an id of EC2', () => {
  it.each([
    ['lt-0a1b2c3d4e5f60718', 'launch-template/lt-0a1b2c3d4e5f60718'],
    ['subnet-0a1b2c3d', 'subnet/subnet-0a1b2c3d'],
  ])('says what kind of resource it is: %s', async (id, resource) => {
    const { identity } = await requirementsOf(
      `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ec2:RunInstances on resource: ${id}`,
    );
    const [{ Resource = [] } = {}] = statementsOf(identity);
    expect(Resource).toContain(`arn:aws:ec2:REGION:111122223333:${resource}`);
    expect(Resource).toContain('arn:aws:ec2:REGION::image/IMAGE_ID');
  });
});
