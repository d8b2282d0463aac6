import {
  DescribeAccountCommand,
  DescribeOrganizationalUnitCommand,
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { refuseWrites } from '../refuse-writes.ts';
import {
  BEFORE_ALL,
  type ClientConfig,
  type OperationOf,
  type ServiceClient,
  sdkConfig,
  serviceClient,
} from './service-client.ts';

const COMMANDS = {
  DescribeOrganization: DescribeOrganizationCommand,
  DescribeAccount: DescribeAccountCommand,
  DescribeOrganizationalUnit: DescribeOrganizationalUnitCommand,
  ListParents: ListParentsCommand,
  ListRoots: ListRootsCommand,
  ListPoliciesForTarget: ListPoliciesForTargetCommand,
  DescribePolicy: DescribePolicyCommand,
} satisfies Record<OperationOf<'organizations'>, unknown>;

export function organizationsClient(config: ClientConfig): OrganizationsClient {
  const client = new OrganizationsClient(sdkConfig(config));
  client.middlewareStack.add(refuseWrites('organizations'), BEFORE_ALL);
  return client;
}

export function openService(config: ClientConfig): ServiceClient {
  return serviceClient(organizationsClient(config), COMMANDS);
}
