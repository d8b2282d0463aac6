import type { Layer } from '../../model/layer.ts';
import type { TextKey } from './text-of.ts';

/** Causes that every layer has, with one page for all of them. */
type SameEverywhere = 'explicit-deny' | 'condition' | 'named-by-aws';

type PageKey = Exclude<TextKey, `${Layer}.${SameEverywhere}`> | SameEverywhere;

let pages: Readonly<Record<string, string>> | undefined;

/**
 * AWS's page about a cause. Kept apart from the texts of `explain`, since reports link the page and need nothing else of them.
 * @param id of a cause
 */
export function pageOf(id: string): string | null {
  pages ??= allPages();
  return pages[id] ?? pages[id.slice(id.indexOf('.') + 1)] ?? null;
}

/** AWS's pages by the id of a cause, or by the end of the id where several layers have the cause. */
function allPages(): Readonly<Record<string, string>> {
  return {
    'boundary.near-miss': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'boundary.no-allow': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'caller.account-not-enabled':
      'https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html',
    'caller.anonymous':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
    'caller.cdk-role': 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
    'caller.cognito-guest': 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    'caller.deleted': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html',
    'caller.environment-over-profile': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
    'caller.federated-user-limits':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html',
    'caller.instance-role': 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
    'caller.intermediate-role': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html',
    'caller.member-account':
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html',
    'caller.node-role': 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
    'caller.not-the-jobs-role': 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html',
    'caller.other-identity': 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
    'caller.other-partition':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_cross_partition.html',
    'caller.path':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
    'caller.read-only-permission-set':
      'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html',
    'caller.recorded-deny': 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
    'caller.root': 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    'caller.service-session': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
    'caller.session-credentials': 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
    'caller.session-token-limits': 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
    'caller.task-execution-role': 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    'caller.terraform-backend':
      'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/backend.html',
    'credentials.account-suspended': 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    'credentials.ci-secrets':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'credentials.clock-skew':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html#signature-v4-troubleshooting-date',
    'credentials.expired': 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    'credentials.invalid-token': 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
    'credentials.metadata-unreachable':
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html',
    'credentials.mfa-required':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    'credentials.missing-session-token':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
    'credentials.none-found': 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
    'credentials.opt-in-region':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html#sts-regions-manage-tokens',
    'credentials.other-partition': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    'credentials.partial': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
    'credentials.process-failed': 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html',
    'credentials.profile-not-found': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html',
    'credentials.region-disabled':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
    'credentials.signature': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
    'credentials.source-profile': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html',
    'credentials.sso-expired': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
    'credentials.sso-no-access':
      'https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html',
    'credentials.stale-session-token': 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
    'credentials.unknown-key': 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    'credentials.web-identity':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    'endpoint.aws-owned-bucket':
      'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html#edit-vpc-endpoint-policy-s3',
    'endpoint.near-miss': 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'endpoint.no-allow': 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'endpoint.through-scp': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    'identity.dependent-action':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table',
    'identity.just-changed':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency',
    'identity.missing-object': 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    'identity.near-miss': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    'identity.no-allow': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    'identity.quarantine':
      'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html',
    'identity.revoked-session': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    'identity.unsupported-key':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#context_keys_table',
    'identity.variable-for-session':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse',
    'identity.variable-version':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
    'identity.wildcard-only':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table',
    'passrole.associated-resource':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_AssociatedResourceArn',
    'passrole.cross-account': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'passrole.instance-profile-arn':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
    'passrole.instance-profile-empty':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
    'passrole.other-role':
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
    'passrole.passed-to-service':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService',
    'passrole.reserved-role':
      'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
    'passrole.role-and-service': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'passrole.role-not-found': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'passrole.role-path':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
    'passrole.role-tags': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'passrole.service-linked-role': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
    'passrole.service-not-sent':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService',
    'resource.access-point-bucket': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
    'resource.access-disabled': 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    'resource.block-public-access':
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    'resource.block-public-access-likely':
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'resource.variable-not-set': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    'resource.cross-account':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
    'resource.customer-keys-blocked':
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html',
    'resource.default-key':
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
    'resource.lake-formation': 'https://docs.aws.amazon.com/lake-formation/latest/dg/lake-formation-permissions.html',
    'resource.access-grant': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html',
    'identity.service-linked-role': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
    'resource.api-authorizer':
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
    'resource.object-lock': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'resource.function-url': 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'identity.delivery-role': 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html',
    'resource.function-permission':
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
    'resource.key-not-visible':
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    'resource.key-not-usable': 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html',
    'resource.key-policy-silent':
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam',
    'resource.near-miss': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    'resource.no-allow': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    'resource.no-policies':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html',
    'resource.not-principal':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
    'resource.not-public':
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'resource.object-key':
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms',
    'resource.object-ownership': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    'resource.service-caller':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
    'saml.audience': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.condition':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml',
    'saml.expired': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.issuer': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.provider-not-found': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.provider-not-trusted': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.session-name': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.signature': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'saml.source-identity': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'scp.deny-root':
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html#example-scp-root-user',
    'scp.full-access-missing':
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
    'scp.near-miss':
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
    'scp.no-allow':
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
    'session.broker': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session',
    'session.federated-user':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html',
    'session.near-miss': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session',
    'session.no-allow': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session',
    'trust.action': 'https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html',
    'trust.cdk-bootstrap': 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
    'trust.confused-deputy':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention',
    'trust.created-after': 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html',
    'trust.date-window': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws-dates.html',
    'trust.external-id': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'trust.just-created':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency',
    'trust.mfa': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    'trust.mfa-age':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthage',
    'trust.mfa-chaining':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    'trust.monitoring-role': 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
    'trust.near-miss': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'trust.unsupported-key':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html#awssecuritytokenservice-policy-keys',
    'trust.arn-without-account':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
    'trust.role-name-not-set':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
    'trust.not-a-role': 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    'trust.not-listed': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html',
    'trust.oidc-provider-missing':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'trust.only-federated': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html',
    'trust.only-services': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
    'trust.organization-access-role':
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html',
    'trust.other-account':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
    'trust.other-partition': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    'trust.permission-set': 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
    'trust.policy-variable': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
    'trust.principal-account':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount',
    'trust.principal-arn-condition':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
    'trust.principal-kind':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
    'trust.principal-org':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
    'trust.principal-org-path':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths',
    'trust.principal-org-service':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
    'trust.principal-path':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
    'trust.principal-tag': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
    'trust.request-tag': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
    'trust.role-case': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
    'trust.role-not-found': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
    'trust.role-path':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
    'trust.saml-provider-missing': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
    'trust.self': 'https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/',
    'trust.service-host':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
    'trust.service-linked': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
    'trust.service-not-trusted': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
    'trust.service-refused':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html#troubleshoot_roles_cant-assume-role',
    'trust.session-name':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_rolesessionname',
    'trust.session-principal':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session',
    'trust.set-context':
      'https://docs.aws.amazon.com/singlesignon/latest/userguide/trustedidentitypropagation-identity-enhanced-iam-role-sessions.html',
    'trust.set-source-identity':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html#id_credentials_temp_control-access_monitor-perms',
    'trust.source-arn':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn',
    'trust.source-identity':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html',
    'trust.source-ip':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
    'trust.source-vpc':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce',
    'trust.stale-principal':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
    'trust.tag-session':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required',
    'trust.wildcard-principal':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'web-identity.audience': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'web-identity.audience-not-registered':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'web-identity.claim':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    'web-identity.claim-not-sent':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    'web-identity.cluster-issuer':
      'https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html',
    'web-identity.cognito-amr':
      'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    'web-identity.cognito-pool':
      'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    'web-identity.condition-key':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    'web-identity.github-custom-subject':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.github-environment':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.github-immutable-subject':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.github-pull-request':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.github-ref':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.github-repository':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.gitlab-subject':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
    'web-identity.keys-unreachable':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors',
    'web-identity.no-id-token':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    'web-identity.not-an-id-token':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    'web-identity.other-issuer':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
    'web-identity.outbound-disabled':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html',
    'web-identity.pattern-under-equals':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
    'web-identity.payload-too-large':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html',
    'web-identity.provider-account':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity',
    'web-identity.provider-missing':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'web-identity.provider-not-trusted':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'web-identity.rejected-claim':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors',
    'web-identity.service-account':
      'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    'web-identity.signing-key':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    'web-identity.subject':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    'web-identity.subject-case': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'web-identity.swapped-claims':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    'web-identity.terraform-subject':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
    'web-identity.thumbprint':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html',
    'web-identity.token-expired':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors',
    'web-identity.token-not-shown':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
    'web-identity.unregistered-audience':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    'web-identity.token-not-yet-valid':
      'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors',
    account: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    'action-prefix': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    'allowed-accounts':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount',
    'api-name':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'arn-region': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    'bucket-vs-object': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
    case: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    characters: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    condition: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
    'condition-key': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    contained: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    'default-version': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html',
    'deny-all':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html',
    encryption: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms',
    'encryption-context':
      'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context',
    'explicit-deny':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html',
    'key-alias': 'https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html',
    'leading-keys': 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
    'left-out': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    'list-in-text':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    'list-prefix':
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html#condition-key-bucket-ops-2',
    'literal-pattern':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
    'mfa-enforcement': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    'multivalued-key':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    'named-by-aws': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    'near-exemption':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
    'needed-action':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'not-action-deny': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    'not-an-arn': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    'not-resource-deny':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
    'object-acl': 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
    organization:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
    partition: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    path: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
    'permissions-boundary':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate',
    'principal-arn':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
    'principal-key': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'principal-tag':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principaltag',
    referer:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer',
    region:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion',
    'request-parameter': 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
    'request-tag':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requesttag',
    'resource-tag':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag',
    'resource-type':
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    'secret-suffix': 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
    'secure-transport':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport',
    'service-host':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
    'service-name': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html',
    'service-not-listed': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    'session-arn':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session',
    'session-origin':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-session-properties',
    'source-account': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'source-ip':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
    'source-vpce':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce',
    'stale-principal':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
    time: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime',
    'token-claims':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    'unknown-action': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    'user-id':
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-userid',
    'via-service':
      'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service',
    wildcard: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  } satisfies Readonly<Record<PageKey, string>>;
}
