import type { CauseText } from './cause-text.ts';

/** Causes in the credentials, by id. */
export const CREDENTIAL_TEXTS = {
  'credentials.account-suspended': {
    what: 'The account itself is suspended, closed or disabled.',
    why: 'An unpaid bill, a closed account in its 90-day period, or a suspension after abuse or compromise.',
    fix: 'The root user or the management account has to settle it with AWS Support; no policy changes this.',
  },
  'credentials.ci-secrets': {
    what: 'The CI job received neither secrets nor an identity token.',
    why: 'Runs for a pull request from a fork get no secrets, secrets of an environment are only given to jobs that name it, and an unset secret is an empty string.',
    fix: 'Run the job where the secrets are available (a trusted branch, the environment), or use the job’s identity token instead of keys.',
    more: 'https://docs.github.com/actions/security-guides/using-secrets-in-github-actions',
  },
  'credentials.clock-skew': {
    what: 'The time in the request signature is too far from AWS’s time.',
    why: 'The clock of the machine, container or virtual machine is off by more than a few minutes, often after sleep or without NTP.',
    fix: 'Synchronize the clock (NTP, chrony, or restart a virtual machine that slept) and try again.',
  },
  'credentials.expired': {
    what: 'The session credentials have expired: AWS rejected the request before evaluating any policy.',
    why: 'Temporary credentials last from 15 minutes to 36 hours. A long job outlives them, a cached session is reused, or old AWS_SESSION_TOKEN variables are still exported; variables take precedence over any profile.',
    fix: 'Get new credentials: sign in again or assume the role again, and unset exported variables. For a long job, let the SDK refresh credentials itself (a profile, a container or instance role), or request a longer session.',
  },
  'credentials.invalid-token': {
    what: 'AWS does not accept the access key or session token: no policy was evaluated.',
    why: 'The key was deleted, deactivated or mistyped; a session key was used without its session token; the key belongs to a different partition (China, GovCloud); or a token from the global STS endpoint was used in an opt-in region.',
    fix: 'Export all three values of a session together (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN), check that the key is active, and call the endpoints of the partition it belongs to.',
  },
  'credentials.metadata-unreachable': {
    what: 'The SDK fell back to the metadata service of an EC2 instance or container and got no credentials from it.',
    why: 'No role is attached, the program runs in a container and the IMDSv2 hop limit is 1, or it does not run on AWS at all and an earlier source (profile, variables, web identity) was expected.',
    fix: 'Attach a role, raise the hop limit to 2 for containers, or repair the source that should be used.',
  },
  'credentials.mfa-required': {
    what: 'STS required an MFA code and received none, or a wrong one.',
    why: 'The profile has no mfa_serial, the serial number belongs to a different device or user, or the code was already used or too old.',
    fix: 'Pass the serial number of the device and a fresh code with the call.',
  },
  'credentials.missing-session-token': {
    what: 'A session key (ASIA…) was used without its session token.',
    why: 'Only two of the three values were exported or passed on: AWS_SESSION_TOKEN is not set, or the tool’s setting for it has a different name.',
    fix: 'Set AWS_SESSION_TOKEN together with the access key ID and the secret of the same session.',
  },
  'credentials.none-found': {
    what: 'The SDK found no credentials, so it signed no request: this is not a denial.',
    why: 'The profile or the variables are not set where the program runs, secrets are not passed to the CI job (a fork, a different environment), or the metadata service of the instance or container cannot be reached.',
    fix: 'Give the program a source of credentials: sign in, name the profile, pass the secrets to the job, or give the job an identity token.',
  },
  'credentials.opt-in-region': {
    what: 'The session token is not valid in this opt-in region.',
    why: 'Tokens of the global STS endpoint (version 1) work only in regions that are enabled by default; or the region is not enabled for the account at all.',
    fix: 'Get the session from a regional STS endpoint, or have an administrator switch the global endpoint to version 2 tokens; enable the region if it is disabled.',
  },
  'credentials.other-partition': {
    what: 'Credentials of one partition were sent to an endpoint of a different partition.',
    why: 'AWS, AWS China and AWS GovCloud (US) have separate accounts and keys.',
    fix: 'Use a profile in the partition of the region, or a region in the partition of the credentials.',
  },
  'credentials.partial': {
    what: 'The credentials are incomplete: an access key ID without its secret, or the reverse.',
    why: 'One variable is not exported or is misspelled, or a profile has only one of the two lines.',
    fix: 'Set both in the same place, or remove both so that the next source of credentials is used.',
  },
  'credentials.process-failed': {
    what: 'The command in credential_process failed, so the SDK had no credentials.',
    why: 'The helper (aws-vault, saml2aws, granted …) is not installed where the program runs, needs a terminal, or its own session has expired.',
    fix: 'Run the credential_process command by hand and fix what it reports.',
  },
  'credentials.profile-not-found': {
    what: 'The profile does not exist in this user’s AWS configuration files on this machine.',
    why: 'The name is misspelled, the section in ~/.aws/config lacks the word `profile`, AWS_CONFIG_FILE points elsewhere, or the job has a different home directory.',
    fix: 'Write `[profile NAME]` in ~/.aws/config (`[NAME]` in ~/.aws/credentials), or name one that exists.',
  },
  'credentials.region-disabled': {
    what: 'STS is not active in the requested region for the account of the caller or of the role.',
    why: 'The region requires opt-in, or an administrator deactivated its STS endpoint in the account settings of IAM.',
    fix: 'Use the STS endpoint of an active region (AWS_REGION, or sts_regional_endpoints), or have an administrator enable the region for that account.',
  },
  'credentials.signature': {
    what: 'The request signature does not match the one AWS calculated: AWS rejected it before evaluating any policy.',
    why: 'The secret key does not belong to the access key ID, or was cut or padded when copied; a proxy changed signed headers; or the request was signed for the wrong region or service.',
    fix: 'Copy access key ID and secret again as a pair, without quotes or spaces, and sign for the region of the endpoint.',
  },
  'credentials.source-profile': {
    what: 'A profile that assumes a role has no credentials to do so: its source_profile is missing, empty or circular.',
    why: 'source_profile names a section that does not exist or has no credentials, or two profiles name each other.',
    fix: 'Set source_profile to a profile with credentials, or use credential_source.',
  },
  'credentials.sso-expired': {
    what: 'The IAM Identity Center sign-in session has expired, so the SDK could not fetch credentials for the role.',
    why: 'The session lasts some hours (8 by default) and is cached under ~/.aws/sso/cache; the profile itself may be correct.',
    fix: 'Sign in again with `aws sso login`.',
  },
  'credentials.sso-no-access': {
    what: 'You are signed in to IAM Identity Center, but are not assigned this role in that account.',
    why: 'sso_account_id or sso_role_name of the profile does not match your assignments, the assignment was removed, or you signed in as a different user. IAM policies play no part in this.',
    fix: 'List the accounts and roles assigned to you, correct the profile, or ask for the assignment of the permission set.',
  },
  'credentials.stale-session-token': {
    what: 'A long-term key (AKIA…) was sent with the session token of other credentials.',
    why: 'AWS_SESSION_TOKEN is left over from an earlier session while the access key ID and the secret were replaced.',
    fix: 'Unset AWS_SESSION_TOKEN: a long-term key has no session token.',
  },
  'credentials.unknown-key': {
    what: 'The access key ID does not exist, or no longer exists.',
    why: 'The key was deleted, belongs to a different partition or an S3-compatible service, or is a session key sent without its token.',
    fix: 'Create a new key for the user, or use a role instead of a key.',
  },
  'credentials.web-identity': {
    what: 'STS rejected the web identity token itself, before evaluating the role’s trust policy.',
    why: 'The identity provider in the role’s account does not match the token (issuer, audience, certificate), the token has expired or is of the wrong kind, or STS could not reach the issuer’s keys.',
    fix: 'Compare issuer and audience of the token with the identity provider in IAM; `--web-identity-token FILE` shows the claims without sending the token anywhere.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
