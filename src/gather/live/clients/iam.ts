import {
  GetGroupPolicyCommand,
  GetInstanceProfileCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsForUserCommand,
  ListOpenIDConnectProvidersCommand,
  ListPolicyVersionsCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListSAMLProvidersCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
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
  GetRole: GetRoleCommand,
  GetUser: GetUserCommand,
  ListAttachedRolePolicies: ListAttachedRolePoliciesCommand,
  ListAttachedUserPolicies: ListAttachedUserPoliciesCommand,
  ListAttachedGroupPolicies: ListAttachedGroupPoliciesCommand,
  ListRolePolicies: ListRolePoliciesCommand,
  ListUserPolicies: ListUserPoliciesCommand,
  ListGroupPolicies: ListGroupPoliciesCommand,
  GetRolePolicy: GetRolePolicyCommand,
  GetUserPolicy: GetUserPolicyCommand,
  GetGroupPolicy: GetGroupPolicyCommand,
  ListGroupsForUser: ListGroupsForUserCommand,
  GetPolicy: GetPolicyCommand,
  GetPolicyVersion: GetPolicyVersionCommand,
  ListPolicyVersions: ListPolicyVersionsCommand,
  GetInstanceProfile: GetInstanceProfileCommand,
  ListOpenIDConnectProviders: ListOpenIDConnectProvidersCommand,
  GetOpenIDConnectProvider: GetOpenIDConnectProviderCommand,
  ListSAMLProviders: ListSAMLProvidersCommand,
  ListRoles: ListRolesCommand,
  ListUsers: ListUsersCommand,
} satisfies Record<OperationOf<'iam'>, unknown>;

export function iamClient(config: ClientConfig): IAMClient {
  const client = new IAMClient(sdkConfig(config));
  client.middlewareStack.add(refuseWrites('iam'), BEFORE_ALL);
  return client;
}

export function openService(config: ClientConfig): ServiceClient {
  return serviceClient(iamClient(config), COMMANDS);
}
