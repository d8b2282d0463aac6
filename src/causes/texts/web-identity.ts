import type { CauseText } from './cause-text.ts';

/** Causes in web identity tokens and their providers, by id. */
export const WEB_IDENTITY_TEXTS = {
  'web-identity.audience-not-registered': {
    what: 'The audience (aud) of the token is not in the list of client ids of the IAM identity provider.',
    why: 'The provider was created with another audience, or the job asks for a token with another one (`audience:` of the action, `aud:` of GitLab’s id_tokens).',
    fix: 'Add the audience to the identity provider in the account of the role, or ask for the token with an audience that is there.',
  },
  'web-identity.audience': {
    what: 'The trust policy wants another audience (aud) than the token has.',
    why: 'The job asks for its token with another audience (`audience:` of the GitHub action, `aud:` of GitLab’s id_tokens, the projected volume of a pod) than the role expects.',
    fix: 'Ask for the token with the audience that is trusted, or have the owner of the role add the token’s.',
  },
  'web-identity.claim-not-sent': {
    what: 'The trust policy wants a claim of the token that AWS does not take into the request.',
    why: 'Of most issuers AWS knows the claims aud, sub and amr only; of a few (GitHub, Google, CircleCI, Oracle) some more. A condition on any other claim never holds.',
    fix: 'Have the owner of the role use sub, and the issuer put the claim into the subject if it has to count.',
  },
  'web-identity.claim': {
    what: 'The trust policy wants another value of one of the token’s further claims (repository_owner, job_workflow_ref, ref, namespace_path …).',
    why: 'A reusable workflow, another branch of it, another owner or environment than the one that is trusted.',
    fix: 'Run the job so that the claim is the trusted one, or have the owner of the role add the token’s value.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.cluster-issuer': {
    what: 'The trust policy trusts the issuer of another EKS cluster than the one that the pod runs in.',
    why: 'A cluster that is created anew has a new issuer id; a role that is shared by several clusters has to name the issuer of each.',
    fix: 'Create the identity provider of the new cluster in the account of the role, and have the owner of the role add a statement for it.',
  },
  'web-identity.cognito-amr': {
    what: 'The trust policy is for signed-in identities of the Cognito pool and the identity is a guest, or the other way round.',
    why: 'cognito-identity.amazonaws.com:amr holds `authenticated` or `unauthenticated`; the two roles of the pool were mixed up, or the app asks for credentials before anybody is signed in.',
    fix: 'Sign in first, or give the identity pool the right role for each kind.',
  },
  'web-identity.cognito-pool': {
    what: 'The trust policy wants another Cognito identity pool than the one that the identity is of.',
    why: 'The pool was created anew, is of another region, or the role was copied from another application.',
    fix: 'Have the owner of the role add the id of the identity pool under cognito-identity.amazonaws.com:aud.',
  },
  'web-identity.condition-key': {
    what: 'A condition key of the trust policy does not name the issuer as IAM does, so that it is never in a request.',
    why: 'The key is the issuer without scheme and without a final slash (token.actions.githubusercontent.com:sub): an ARN, `https://`, a final slash, or another host makes it another key.',
    fix: 'Have the owner of the role write the key as the issuer’s host and path.',
  },
  'web-identity.github-custom-subject': {
    what: 'The subjects of this organization or repository are customised, and the trust policy wants one of the usual form.',
    why: 'A template (include_claim_keys) makes subjects of other claims, such as job_workflow_ref or repository_owner.',
    fix: 'Have the owner of the role trust the subject as the token has it.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-environment': {
    what: 'The job names an environment that the trust policy does not trust.',
    why: 'With `environment:` the subject is repo:OWNER/NAME:environment:ENVIRONMENT, and branch or tag are no part of it any more.',
    fix: 'Have the owner of the role add the subject of the environment, or let the job name the one that is trusted.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-immutable-subject': {
    what: 'The token has GitHub’s immutable subject, with the ids of owner and repository, and the trust policy the one of names only, or the other way round.',
    why: 'Repositories created since 15 July 2026, and those that opted in, get subjects with ids; roles made before name them without.',
    fix: 'Have the owner of the role add the subject with the ids beside the one that is there.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-pull-request': {
    what: 'The job runs for a pull request, and the trust policy trusts branches, tags or environments only.',
    why: 'The subject of such a run is repo:OWNER/NAME:pull_request, whatever its branch is.',
    fix: 'Run the job for the branch that is trusted; or, if pull requests are to have this role, have its owner add that subject.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-ref': {
    what: 'The job runs on a branch or tag that the trust policy does not trust; or it names no environment where the policy wants one.',
    why: 'The subject ends in ref:refs/heads/BRANCH or ref:refs/tags/TAG unless the job names an environment.',
    fix: 'Run the job on the branch or tag, or in the environment, that is trusted; or have the owner of the role add this one.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.github-repository': {
    what: 'The trust policy trusts another repository of GitHub than the one that the job runs in.',
    why: 'The repository was renamed, moved or copied (a fork has a name of its own), or its owner is misspelt.',
    fix: 'Have the owner of the role add the subject of this repository.',
    more: 'https://docs.github.com/actions/reference/security/oidc',
  },
  'web-identity.gitlab-subject': {
    what: 'The trust policy wants another project, branch or tag of GitLab than the job’s.',
    why: 'The subject is project_path:GROUP/PROJECT:ref_type:branch|tag:ref:NAME; a merge request, another branch or a moved project changes it.',
    fix: 'Run the job on what is trusted, or have the owner of the role add the subject of this job.',
    more: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  },
  'web-identity.keys-unreachable': {
    what: 'STS could not fetch the keys of the issuer, so it could not check the token.',
    why: 'The issuer’s /.well-known/openid-configuration or its key set is not reachable from the internet, slow, or answers with an error.',
    fix: 'Make both documents public and fast; a passing failure goes away with a retry.',
  },
  'web-identity.no-id-token': {
    what: 'The job of GitHub Actions may not ask for an identity token, so there is nothing to assume the role with.',
    why: 'The workflow lacks `permissions: id-token: write` (the default gives none), a caller of a reusable workflow does not pass it on, or the run is for a pull request from a fork.',
    fix: 'Add `id-token: write` (and `contents: read`) to the permissions of the job; a run for a fork gets no token.',
    more: 'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
  },
  'web-identity.not-an-id-token': {
    what: 'What was sent is no id token: STS cannot read it as a signed JSON web token.',
    why: 'An access token or a secret was sent instead, the file was empty or cut, or the variable held the request token of the CI system rather than its answer.',
    fix: 'Send the id token (three parts with dots between) that the issuer returns for the wanted audience.',
  },
  'trust.oidc-provider-missing': {
    what: 'The trust policy trusts an OIDC identity provider that does not exist in the account of the role.',
    why: 'The provider was deleted, was never created there, or its name in the policy is misspelt.',
    fix: 'Create the identity provider in the account of the role, or name the one that is there.',
  },
  'web-identity.subject': {
    what: 'The trust policy wants another subject (sub) than the token has.',
    why: 'The subject says for whom the issuer made the token: another job, service account, user or client than the one that is trusted.',
    fix: 'Use the role from where it is trusted, or have the owner of the role add the subject of the token.',
  },
  'web-identity.other-issuer': {
    what: 'One statement asks for claims of tokens of several issuers, or of another issuer than the one that it trusts.',
    why: 'A token has the claims of its own issuer only, and all conditions of a statement have to hold: a second cluster was added to the same statement, or the conditions are those of another one.',
    fix: 'Have the owner of the role write a statement for each identity provider, with conditions on the claims of that provider alone.',
  },
  'web-identity.outbound-disabled': {
    what: 'The account may not ask STS for web identity tokens: outbound federation is off.',
    why: 'It is off until an administrator switches it on for the account.',
    fix: 'Enable outbound web identity federation for the account.',
  },
  'web-identity.pattern-under-equals': {
    what: 'The trust policy has a pattern for the subject under StringEquals, which takes wildcards literally.',
    why: 'Only StringLike knows wildcards.',
    fix: 'Have the owner of the role use StringLike for the pattern, or add the exact subject.',
  },
  'web-identity.payload-too-large': {
    what: 'The web identity token that STS should issue would be too large.',
    why: 'The request has many or long tags, which all become claims of the token.',
    fix: 'Pass fewer or shorter tags.',
  },
  'web-identity.provider-account': {
    what: 'The trust policy names the identity provider of another account.',
    why: 'An identity provider counts in its own account only: the ARN was copied from a role elsewhere, or the account id is mistyped.',
    fix: 'Have the owner of the role name the provider of the role’s own account, and create it there if it is missing.',
  },
  'web-identity.provider-missing': {
    what: 'The account of the role has no IAM identity provider for the issuer of the token.',
    why: 'It was created in another account, deleted, or has another URL: an EKS cluster that was created anew has a new issuer; a path or a final slash counts.',
    fix: 'Create the identity provider in the account of the role, with exactly the issuer of the token as its URL.',
  },
  'web-identity.provider-not-trusted': {
    what: 'The trust policy has no statement for the identity provider that issued the token.',
    why: 'The role was made for users, roles or a service, or for another provider.',
    fix: 'Have the owner of the role add a statement for the provider, with its audience and the subjects that are to have the role; or use a role that is made for it.',
  },
  'web-identity.rejected-claim': {
    what: 'The identity provider itself said no to the token: the sign-in was refused, or the token was revoked.',
    why: 'The user’s session ended, the token was already used or withdrawn, or it is an access token where an id token is wanted.',
    fix: 'Sign in again at the identity provider and send the fresh id token.',
  },
  'trust.saml-provider-missing': {
    what: 'The trust policy trusts a SAML provider that does not exist in the account of the role.',
    why: 'The provider was deleted or created anew under another name, or its name in the policy is misspelt.',
    fix: 'Create the SAML provider with the metadata of the identity provider, or name the one that is there.',
  },
  'web-identity.service-account': {
    what: 'The trust policy wants another service account of the cluster than the pod’s.',
    why: 'The subject is system:serviceaccount:NAMESPACE:NAME; the pod runs in another namespace, or with another service account (often `default`).',
    fix: 'Let the pod use the service account that is trusted, or have the owner of the role add this one.',
  },
  'web-identity.signing-key': {
    what: 'The signature of the token is by no key that the issuer publishes.',
    why: 'The issuer changed its keys (a cluster was restored or its service-account key rotated) while the published key set is the old one, or the token comes from another issuer of the same name.',
    fix: 'Publish the current keys at the issuer’s jwks_uri, then use a new token.',
  },
  'web-identity.subject-case': {
    what: 'The subject in the trust policy differs from the token’s in letter case only.',
    why: 'Subjects are compared exactly: Octo-Org is not octo-org.',
    fix: 'Have the owner of the role add the subject as the token has it.',
  },
  'web-identity.swapped-claims': {
    what: 'The trust policy has the audience where the subject belongs, or the subject where the audience belongs.',
    why: 'aud says for whom the token is (sts.amazonaws.com), sub says who has it (repo:…, system:serviceaccount:…).',
    fix: 'Have the owner of the role exchange the two values.',
  },
  'web-identity.terraform-subject': {
    what: 'The trust policy wants another project, workspace or phase of HCP Terraform than the run’s.',
    why: 'Plan and apply have subjects of their own (run_phase:plan, run_phase:apply), and the project is a part of them too.',
    fix: 'Have the owner of the role add the subject of this run, or a pattern that covers both phases under StringLike.',
    more: 'https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens',
  },
  'web-identity.thumbprint': {
    what: 'The certificate of the issuer is not the one whose thumbprint the IAM identity provider holds.',
    why: 'The issuer renewed its certificate under another authority, or the thumbprint was taken from the wrong certificate of the chain.',
    fix: 'Replace the list of thumbprints of the identity provider by that of the issuer’s top intermediate certificate.',
  },
  'web-identity.token-expired': {
    what: 'The web identity token had expired when it reached STS.',
    why: 'Tokens of CI jobs live for minutes; a projected token file was copied, or read once at start and never again; or the clock of the issuer is behind.',
    fix: 'Ask for the token right before assuming the role, and read the token file again for every call.',
  },
  'web-identity.token-not-shown': {
    what: 'The trust policy wants several claims of the token to be certain ones, and nothing shows what the token has.',
    why: 'AWS’s answer says neither subject nor audience. The usual reason is a subject for another branch, environment, pull request or service account.',
    fix: 'Run denytrace in the job itself, pass the token with --web-identity-token (it is decoded here and sent nowhere), or look up the failed AssumeRoleWithWebIdentity event in CloudTrail of the role’s account.',
  },
  'web-identity.token-not-yet-valid': {
    what: 'The web identity token says that it is not valid yet.',
    why: 'The clock of the issuer (a cluster or a CI server of your own) is ahead of the time of AWS.',
    fix: 'Set the clock of the issuer.',
  },
  'web-identity.unregistered-audience': {
    what: 'The trust policy wants an audience (aud) that the IAM identity provider does not take.',
    why: 'STS refuses tokens for audiences that are not in the list of the identity provider, so a condition on another one never holds.',
    fix: 'Have the owner of the role add the audience that the token is asked for, usually sts.amazonaws.com; or register the other one with the identity provider.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
