import type { CauseText } from './cause-text.ts';

/** Causes in the credentials, by id. */
export const CREDENTIAL_TEXTS = {
  'credentials.account-suspended': {
    what: 'AWS has a problem with the account itself: it is suspended, closed or disabled.',
    why: 'An unpaid bill, a closed account in its 90 days, or a suspension after abuse or compromise.',
    fix: 'The root user or the management account settles it with AWS Support; no policy changes this.',
  },
  'credentials.ci-secrets': {
    what: 'The CI job got neither secrets nor an identity token.',
    why: 'Runs for a pull request from a fork get no secrets, secrets of an environment are only given to jobs that name it, and an unset secret is an empty string.',
    fix: 'Run the job where the secrets are (a trusted branch, the environment), or use the identity token of the job instead of keys.',
    more: 'https://docs.github.com/actions/security-guides/using-secrets-in-github-actions',
  },
  'credentials.clock-skew': {
    what: 'The time in the signature is too far from the time of AWS.',
    why: 'The clock of the machine, container or virtual machine is off by more than a few minutes, often after sleep or without NTP.',
    fix: 'Set the clock (NTP, chrony, or restart of a virtual machine that slept) and try again.',
  },
  'credentials.expired': {
    what: 'The session that signed the request is over: AWS stopped there, and asked no policy.',
    why: 'Temporary credentials live from 15 minutes to 36 hours. A long job outlives them, a cached session is used again, or exported variables are left over from yesterday.',
    fix: 'Get new credentials: sign in again, or assume the role again. For a long job let the SDK fetch them itself (a profile, a container or instance role) instead of exporting them once, or ask for a longer session.',
  },
  'credentials.invalid-token': {
    what: 'AWS does not know the credentials: the key id or session token is not valid where it was sent, and no policy was asked.',
    why: 'The key was deleted, deactivated or mistyped; a session key was used without its session token; it is a key of another partition (China, GovCloud); or a token of the global STS endpoint was used in an opt-in region.',
    fix: 'Export all three values of a session together (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN), check that the key is active, and call the endpoints of the partition it belongs to.',
  },
  'credentials.metadata-unreachable': {
    what: 'The SDK fell back to the metadata service of an EC2 instance or container and got no credentials from it.',
    why: 'No role is attached, the program runs in a container and the hop limit of IMDSv2 is 1, or it does not run on AWS at all and an earlier source (profile, variables, web identity) was expected.',
    fix: 'Attach a role, raise the hop limit to 2 for containers, or repair the source that was meant to be used.',
  },
  'credentials.mfa-required': {
    what: 'STS wanted a code of an MFA device and got none, or a wrong one.',
    why: 'The profile has no mfa_serial, the serial is that of another device or user, or the code was used before or is too old.',
    fix: 'Pass the serial number of the device and a fresh code with the call.',
  },
  'credentials.missing-session-token': {
    what: 'A session key (ASIA…) was used without its session token.',
    why: 'Only two of the three values were exported or passed on: AWS_SESSION_TOKEN is not set, or is named otherwise in the settings of the tool.',
    fix: 'Set AWS_SESSION_TOKEN together with the key id and the secret of the same session.',
  },
  'credentials.none-found': {
    what: 'The SDK found no credentials at all, so no request was signed and nobody was denied.',
    why: 'The profile or the variables are not set where the program runs, secrets are not passed to the CI job (a fork, another environment), or the metadata service of the instance or container cannot be reached.',
    fix: 'Give the program a source of credentials: sign in, name the profile, pass the secrets to the job, or let the job have an identity token.',
  },
  'credentials.opt-in-region': {
    what: 'The session token is not valid in this opt-in region.',
    why: 'Tokens of the global STS endpoint (version 1) work only in regions that are enabled by default; or the region is not enabled for the account at all.',
    fix: 'Get the session from a regional STS endpoint, or let an administrator switch the global endpoint to version 2 tokens; enable the region if it is off.',
  },
  'credentials.other-partition': {
    what: 'Credentials of one partition were sent to an endpoint of another one.',
    why: 'AWS, AWS China and AWS GovCloud (US) have accounts and keys of their own; none is known in the others.',
    fix: 'Use a profile of the partition that the region belongs to, or the region that belongs to the credentials.',
  },
  'credentials.partial': {
    what: 'Only a part of the credentials is there: a key id without its secret, or the other way round.',
    why: 'One variable is not exported or is spelt otherwise, or a profile holds one of the two lines only.',
    fix: 'Set both in the same place, or remove both so that the next source of credentials is used.',
  },
  'credentials.process-failed': {
    what: 'The command in credential_process failed, so the SDK had no credentials.',
    why: 'The helper (aws-vault, saml2aws, granted …) is not installed where the program ran, wants a terminal, or its own session is over.',
    fix: 'Run the command of credential_process by hand and repair what it says.',
  },
  'credentials.profile-not-found': {
    what: 'The profile that was named is not in the configuration files of this user on this machine.',
    why: 'The name is misspelt, the section in ~/.aws/config lacks the word `profile`, AWS_CONFIG_FILE points elsewhere, or the job has another home directory.',
    fix: 'Write `[profile NAME]` in ~/.aws/config (`[NAME]` in ~/.aws/credentials), or name one that exists.',
  },
  'credentials.region-disabled': {
    what: 'STS is not active in the region that was asked, for the account of the caller or of the role.',
    why: 'The region must be opted in to, or an administrator switched its STS endpoint off in the account settings of IAM.',
    fix: 'Use the STS endpoint of a region that is active (AWS_REGION, or sts_regional_endpoints), or let an administrator enable the region for that account.',
  },
  'credentials.signature': {
    what: 'The signature of the request is not the one that AWS calculated: it knows the key id, and asked no policy.',
    why: 'The secret key does not belong to the key id, or was cut or padded while copying; a proxy changed signed headers; or the request was signed for another region or service than it went to.',
    fix: 'Copy key id and secret again as one pair, without quotes and spaces, and sign for the region of the endpoint.',
  },
  'credentials.source-profile': {
    what: 'A profile that assumes a role gets no credentials to do so: its source_profile is missing, empty or leads back to itself.',
    why: 'source_profile names a section that is not there or holds no credentials, or two profiles name each other.',
    fix: 'Let source_profile name a profile that has credentials of its own, or use credential_source.',
  },
  'credentials.sso-expired': {
    what: 'The sign-in session of IAM Identity Center is over, so the SDK could not fetch credentials of the role.',
    why: 'Such a session lasts some hours (8 by default) and is cached under ~/.aws/sso/cache; the profile itself may be all right.',
    fix: 'Sign in again with `aws sso login`.',
  },
  'credentials.sso-no-access': {
    what: 'You are signed in to IAM Identity Center, but it gives you no such role in that account.',
    why: 'sso_account_id or sso_role_name of the profile is not what you are assigned to, the assignment was removed, or you signed in as somebody else. IAM policies take no part in this.',
    fix: 'List the accounts and roles you have, correct the profile, or ask for the assignment of the permission set.',
  },
  'credentials.stale-session-token': {
    what: 'A long-term key (AKIA…) was sent together with the session token of other credentials.',
    why: 'AWS_SESSION_TOKEN is left over from an earlier session while the key id and the secret were set anew.',
    fix: 'Unset AWS_SESSION_TOKEN: a long-term key has none.',
  },
  'credentials.unknown-key': {
    what: 'The access key id does not exist (any more).',
    why: 'The key was deleted, belongs to another partition, is one of an S3-compatible service, or is a session key sent without its token.',
    fix: 'Make a new key for the user, or use a role instead of a key.',
  },
  'credentials.web-identity': {
    what: 'STS refused the web identity token itself, before it read the trust policy of the role.',
    why: 'The identity provider in the account of the role does not fit the token (issuer, audience, certificate), the token is expired or of another kind, or STS could not reach the keys of the issuer.',
    fix: 'Compare issuer and audience of the token with the identity provider in IAM; `--web-identity-token FILE` shows the claims without sending the token anywhere.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
