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
import {
  type ClientConfig,
  type OperationOf,
  readOnly,
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

/** The SDK's client of Organizations, made to read only. */
export function organizationsClient(config: ClientConfig): OrganizationsClient {
  return readOnly(new OrganizationsClient(sdkConfig(config)), 'organizations');
}

/** Organizations with the commands of the table of calls. */
export function openService(config: ClientConfig): ServiceClient {
  return serviceClient(organizationsClient(config), COMMANDS);
}
