import type { CauseText } from './cause-text.ts';

/** Causes in web identity tokens and their providers, by id. */
export const WEB_IDENTITY_TEXTS = {
  'web-identity.audience-not-registered': {
    what: 'The audience (aud) of the token is not among the client IDs of the IAM identity provider.',
    why: 'The provider was created with a different audience, or the job requests a token with a different one (`audience:` of the action, `aud:` of GitLab’s id_tokens).',
    fix: 'Add the audience to the identity provider in the role’s account, or request the token with a registered audience.',
  },
  'web-identity.audience': {
    what: 'The trust policy requires a different audience (aud) than the token has.',
    why: 'The job requests its token with a different audience (`audience:` of the GitHub action, `aud:` of GitLab’s id_tokens, the projected volume of a pod) than the role expects.',
    fix: 'Request the token with the trusted audience, or have the owner of the role add the token’s audience.',
  },
  'web-identity.claim-not-sent': {
    what: 'The trust policy requires a claim of the token that AWS does not put into the request.',
    why: 'For most issuers AWS uses only aud, sub and amr; for a few (GitHub, Google, CircleCI, Oracle) some more. A condition on any other claim never matches.',
    fix: 'Have the owner of the role use sub, and have the issuer include the claim in the subject if it matters.',
  },
  'web-identity.claim': {
    what: 'The trust policy requires a different value of a further claim of the token (repository_owner, job_workflow_ref, ref, namespace_path …).',
    why: 'The reusable workflow, its branch, the owner or the environment differs from the trusted one.',
    fix: 'Run the job so that the claim has the trusted value, or have the owner of the role add the token’s value.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.cluster-issuer': {
    what: 'The trust policy trusts the issuer of a different EKS cluster than the pod’s.',
    why: 'A cluster that is created again has a new issuer ID; a role shared by several clusters has to name the issuer of each.',
    fix: 'Create the identity provider of the new cluster in the account of the role, and have the owner of the role add a statement for it.',
  },
  'web-identity.cognito-amr': {
    what: 'The trust policy is for authenticated identities of the Cognito pool and this one is a guest, or the reverse.',
    why: 'cognito-identity.amazonaws.com:amr holds `authenticated` or `unauthenticated`; the two roles of the pool were mixed up, or the app requests credentials before the user has signed in.',
    fix: 'Sign in first, or assign the right role to each kind in the identity pool.',
  },
  'web-identity.cognito-pool': {
    what: 'The trust policy requires a different Cognito identity pool than the identity’s.',
    why: 'The pool was created again, is in a different region, or the role was copied from a different application.',
    fix: 'Have the owner of the role add the ID of the identity pool under cognito-identity.amazonaws.com:aud.',
  },
  'web-identity.condition-key': {
    what: 'A condition key of the trust policy misspells the issuer, so no request contains it.',
    why: 'The key is the issuer without scheme and trailing slash (token.actions.githubusercontent.com:sub). An ARN, `https://`, a trailing slash or a different host makes it a different key.',
    fix: 'Have the owner of the role write the key as the issuer’s host and path.',
  },
  'web-identity.github-custom-subject': {
    what: 'The organization or repository customizes its OIDC subjects, and the trust policy requires a default one.',
    why: 'A template (include_claim_keys) builds subjects from other claims, such as job_workflow_ref or repository_owner.',
    fix: 'Have the owner of the role trust the subject as it is in the token.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-environment': {
    what: 'The job uses an environment that the trust policy does not trust.',
    why: 'With `environment:` the subject is repo:OWNER/NAME:environment:ENVIRONMENT, and no longer contains the branch or tag.',
    fix: 'Have the owner of the role add the subject of the environment, or use the trusted environment in the job.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-immutable-subject': {
    what: 'The token has GitHub’s immutable subject with IDs of owner and repository, and the trust policy the one with names only, or the reverse.',
    why: 'Repositories created since 15 July 2026, and those that opted in, have subjects with IDs; older roles name them without.',
    fix: 'Have the owner of the role add the subject with the IDs beside the existing one.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-pull-request': {
    what: 'The job runs for a pull request, and the trust policy trusts only branches, tags or environments.',
    why: 'The subject of such a run is repo:OWNER/NAME:pull_request, whatever the branch.',
    fix: 'Run the job for the trusted branch; or, if pull requests should have this role, have its owner add that subject.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-ref': {
    what: 'The job runs on a branch or tag that the trust policy does not trust, or without the environment that it requires.',
    why: 'The subject ends in ref:refs/heads/BRANCH or ref:refs/tags/TAG unless the job names an environment.',
    fix: 'Run the job on the trusted branch or tag, or in the trusted environment; or have the owner of the role add this one.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-repository': {
    what: 'The trust policy trusts a different GitHub repository than the job’s.',
    why: 'The repository was renamed, moved or copied (a fork has a different name), or its owner is misspelled.',
    fix: 'Have the owner of the role add the subject of this repository.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.gitlab-subject': {
    what: 'The trust policy trusts a different GitLab project, branch or tag than the job’s.',
    why: 'The subject is project_path:GROUP/PROJECT:ref_type:branch|tag:ref:NAME; a merge request, another branch or a moved project changes it.',
    fix: 'Run the job for the trusted project and branch, or have the owner of the role add the subject of this job.',
    more: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  },
  'web-identity.keys-unreachable': {
    what: 'STS could not fetch the issuer’s keys, so it could not verify the token.',
    why: 'The issuer’s /.well-known/openid-configuration or its key set is not reachable from the internet, is slow, or returns an error.',
    fix: 'Make both documents public and fast; retry if the failure was temporary.',
  },
  'web-identity.no-id-token': {
    what: 'The GitHub Actions job may not request an identity token, so it has nothing to assume the role with.',
    why: 'The workflow lacks `permissions: id-token: write` (it is off by default), the caller of a reusable workflow does not pass it on, or the run is for a pull request from a fork.',
    fix: 'Add `id-token: write` (and `contents: read`) to the permissions of the job; a run for a fork gets no token.',
    more: 'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
  },
  'web-identity.not-an-id-token': {
    what: 'The token sent is not an ID token: STS cannot read it as a signed JSON Web Token.',
    why: 'An access token or a secret was sent instead, the file was empty or cut off, or the variable held the request token of the CI system rather than its response.',
    fix: 'Send the ID token (three parts separated by dots) that the issuer returns for the required audience.',
  },
  'trust.oidc-provider-missing': {
    what: 'The trust policy trusts an OIDC identity provider that does not exist in the role’s account.',
    why: 'The provider was deleted, was never created there, or its name in the policy is misspelled.',
    fix: 'Create the identity provider in the role’s account, or name the existing one.',
  },
  'web-identity.subject': {
    what: 'The trust policy requires a different subject (sub) than the token has.',
    why: 'The subject says who the token was issued for: a different job, service account, user or client than the trusted one.',
    fix: 'Use the role from the trusted job or client, or have the owner of the role add the subject of the token.',
  },
  'web-identity.other-issuer': {
    what: 'One statement requires claims from several issuers, or from a different issuer than the one it trusts.',
    why: 'A token has only the claims of its own issuer, and all conditions of a statement must be met: a second cluster was added to the same statement, or the conditions belong to a different issuer.',
    fix: 'Have the owner of the role write one statement for each identity provider, with conditions on the claims of that provider only.',
  },
  'web-identity.outbound-disabled': {
    what: 'The account cannot request web identity tokens from STS: outbound federation is disabled.',
    why: 'It is disabled until an administrator enables it for the account.',
    fix: 'Enable outbound web identity federation for the account.',
  },
  'web-identity.pattern-under-equals': {
    what: 'The trust policy has a wildcard for the subject under StringEquals, which takes wildcards literally.',
    why: 'Only StringLike supports wildcards.',
    fix: 'Have the owner of the role use StringLike for the pattern, or add the exact subject.',
  },
  'web-identity.payload-too-large': {
    what: 'The web identity token requested from STS would be too large.',
    why: 'The request has many or long tags, which all become claims of the token.',
    fix: 'Pass fewer or shorter tags.',
  },
  'web-identity.provider-account': {
    what: 'The trust policy names the identity provider of a different account.',
    why: 'An identity provider is valid only in its own account: the ARN was copied from a role elsewhere, or the account ID is mistyped.',
    fix: 'Have the owner of the role name the provider in the role’s own account, and create it there if it is missing.',
  },
  'web-identity.provider-missing': {
    what: 'The role’s account has no IAM identity provider for the issuer of the token.',
    why: 'It was created in a different account, deleted, or has a different URL: an EKS cluster that was created again has a new issuer, and a path or trailing slash matters.',
    fix: 'Create the identity provider in the role’s account, with exactly the issuer of the token as its URL.',
  },
  'web-identity.provider-not-trusted': {
    what: 'The trust policy has no statement for the identity provider that issued the token.',
    why: 'The role was created for users, roles or a service, or for a different provider.',
    fix: 'Have the owner of the role add a statement for the provider, with its audience and the allowed subjects; or use a role created for it.',
  },
  'web-identity.rejected-claim': {
    what: 'The identity provider itself rejected the token: the sign-in was refused, or the token was revoked.',
    why: 'The user’s session ended, the token was already used or revoked, or it is an access token instead of an ID token.',
    fix: 'Sign in again at the identity provider and send the new ID token.',
  },
  'trust.saml-provider-missing': {
    what: 'The trust policy trusts a SAML provider that does not exist in the role’s account.',
    why: 'The provider was deleted or created again under a different name, or its name in the policy is misspelled.',
    fix: 'Create the SAML provider with the metadata of the identity provider, or name the existing one.',
  },
  'web-identity.service-account': {
    what: 'The trust policy requires a different Kubernetes service account than the pod’s.',
    why: 'The subject is system:serviceaccount:NAMESPACE:NAME; the pod runs in a different namespace or with a different service account (often `default`).',
    fix: 'Run the pod with the trusted service account, or have the owner of the role add this one.',
  },
  'web-identity.signing-key': {
    what: 'The token is not signed by any key that the issuer publishes.',
    why: 'The issuer changed its keys (a cluster was restored or its service-account key rotated) while the published key set is outdated, or the token comes from a different issuer with the same name.',
    fix: 'Publish the current keys at the issuer’s jwks_uri, then use a new token.',
  },
  'web-identity.subject-case': {
    what: 'The subject in the trust policy differs from the token’s only in letter case.',
    why: 'Subjects are compared exactly: Octo-Org is not octo-org.',
    fix: 'Have the owner of the role add the subject as it is in the token.',
  },
  'web-identity.swapped-claims': {
    what: 'The trust policy has the audience under sub, or the subject under aud.',
    why: 'aud is the intended recipient of the token (sts.amazonaws.com); sub is who it was issued to (repo:…, system:serviceaccount:…).',
    fix: 'Have the owner of the role swap the two values.',
  },
  'web-identity.terraform-subject': {
    what: 'The trust policy trusts a different HCP Terraform project, workspace or run phase than the run’s.',
    why: 'Plan and apply have separate subjects (run_phase:plan, run_phase:apply), and the subject contains the project.',
    fix: 'Have the owner of the role add the subject of this run, or a pattern for both phases under StringLike.',
    more: 'https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens',
  },
  'web-identity.thumbprint': {
    what: 'The issuer’s certificate does not match the thumbprints of the IAM identity provider.',
    why: 'The issuer renewed its certificate with a different authority, or the thumbprint was taken from the wrong certificate of the chain.',
    fix: 'Replace the thumbprints of the identity provider with that of the issuer’s top intermediate certificate.',
  },
  'web-identity.token-expired': {
    what: 'The web identity token had expired when it reached STS.',
    why: 'Tokens of CI jobs are valid for minutes; a projected token file was copied, or read once at start and never again; or the issuer’s clock is behind.',
    fix: 'Request the token right before assuming the role, and read the token file again for every call.',
  },
  'web-identity.token-not-shown': {
    what: 'The trust policy requires certain claims, and nothing shows the claims of the token that was sent.',
    why: 'AWS’s answer contains neither subject nor audience. The usual reason is a subject for a different branch, environment, pull request or service account.',
    fix: 'Run denytrace in the job itself, pass the token with --web-identity-token (it is decoded here and sent nowhere), or look up the failed AssumeRoleWithWebIdentity event in CloudTrail of the role’s account.',
  },
  'web-identity.token-not-yet-valid': {
    what: 'The web identity token is not valid yet.',
    why: 'The issuer’s clock (a cluster or a CI server of your own) is ahead of AWS’s time.',
    fix: 'Correct the issuer’s clock.',
  },
  'web-identity.unregistered-audience': {
    what: 'The trust policy requires an audience (aud) that the IAM identity provider does not accept.',
    why: 'STS rejects tokens for audiences that are not registered with the identity provider, so a condition on a different one never matches.',
    fix: 'Have the owner of the role add the audience that the token is requested with, usually sts.amazonaws.com; or register the other one with the identity provider.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
