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
  ListAccessKeysCommand,
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
import {
  type ClientConfig,
  type OperationOf,
  readOnly,
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
  ListAccessKeys: ListAccessKeysCommand,
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

/** The SDK's client of IAM, made to read only. */
export function iamClient(config: ClientConfig): IAMClient {
  return readOnly(new IAMClient(sdkConfig(config)), 'iam');
}

/** IAM with the commands of the table of calls. */
export function openService(config: ClientConfig): ServiceClient {
  return serviceClient(iamClient(config), COMMANDS);
}
