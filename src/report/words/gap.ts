import type { DiagnosedRequest, Diagnosis } from '../../model/diagnosis.ts';
import type { Gap, ToPass } from '../../model/gap.ts';
import {
  type CredentialProblem,
  credentialProblem,
  isWithoutCredentials,
  REFUSALS,
  type RefusalCode,
} from '../../model/refusals.ts';
import { optionOf } from './option.ts';
import { ownerWords } from './who.ts';

/** How the question was asked: by a denial, or without one. */
type Asked = Pick<Diagnosis, 'denial'>;

/** Codes of our own, in words. */
const CODES: Readonly<Record<string, string>> = {
  NotAsked: 'not read from AWS',
  OtherAccount: 'your credentials are for a different account',
  AccountNotProven: 'could not verify which account the answer came from',
  NoCredentials: 'no credentials',
  SecretRemoved: 'a part of its name was removed, because it looks like a secret',
  ProfileNotFound: 'the profile was not found in the AWS config',
  ProfileUnusable: 'the profile has no usable credentials',
  CredentialProcessFailed: 'the credential_process of the profile returned no credentials',
  TokenFileUnreadable: 'the token file could not be read',
  CaBundleUnreadable: 'the CA bundle could not be read',
  CredentialEndpointSilent: 'the credential endpoint of the container did not answer',
  RoleRefused: 'AWS returned no credentials for the profile',
  SsoSessionExpired: 'the SSO session has expired',
  LoginExpired: 'the login has expired',
  MfaRequired: 'the profile needs an MFA code, and there is no terminal to ask for it',
  Timeout: 'timed out; try again, or raise --timeout',
  Stopped: 'stopped by you before AWS answered',
  NotFromAws: 'something other than AWS answered',
  NetworkError: 'AWS could not be reached',
  MalformedAnswer: 'the answer could not be understood',
  ChangedMeanwhile: 'it changed while it was being read; try again',
  NotInSnapshot: 'not in the snapshot',
} satisfies Record<RefusalCode, string>;

/** What is wrong with the credentials that AWS did not take, and what helps. */
const CREDENTIALS: Readonly<Record<CredentialProblem, string>> = {
  expired: 'the session of your credentials has expired: sign in again (such as with aws sso login) or renew them',
  'wrong-signature':
    'AWS does not accept the signature: the secret access key does not belong to the key ID, or the clock of this machine is wrong; renew the credentials or set the clock',
  'unknown-key': 'AWS does not know the access key ID of your credentials: renew them',
  'wrong-clock': 'the clock of this machine is wrong, so AWS does not accept what it signs: set it',
  unsigned:
    'the request reached AWS without a whole signature: renew the credentials, and see if a proxy removes headers',
};

/** AWS's codes that say more than that it could not be read, and that no permission changes. */
const ANSWERS: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html#API_DecodeAuthorizationMessage_Errors
  InvalidAuthorizationMessageException:
    'STS cannot decode it (InvalidAuthorizationMessageException): it was cut or changed on the way here, or has expired, or perhaps belongs to a different account; no permission is missing for that',
};

/** AWS's own word that the credentials may not read it. */
const REFUSED = /^(AccessDenied|NotAuthorized|UnauthorizedOperation)/;

/** Ours that a permission or somebody else's credentials would help with. */
const HELPED: ReadonlySet<string> = new Set([
  REFUSALS.otherAccount,
  REFUSALS.accountNotProven,
  REFUSALS.noCredentials,
  REFUSALS.notInSnapshot,
]);

/** What passes by itself, or cannot be closed: no permission and no other credentials would help. */
function isPassing(code: string | null): boolean {
  if (code === null) return false;
  if (Object.hasOwn(ANSWERS, code)) return true;
  return Object.hasOwn(CODES, code) ? !HELPED.has(code) : /Throttl|TooMany|Unavailable|Internal/.test(code);
}

/** Why something is not known, in words. */
function gapReason({ kind, code, who, account, detail }: Gap): string {
  switch (kind) {
    case 'not-given':
      return who === 'you'
        ? 'only the person who made the request knows'
        : `only ${ownerWords(who, { account, resource: null })} knows`;
    case 'unsupported':
      return 'denytrace does not model this rule';
    case 'refused': {
      if (code === null) return 'it could not be read';
      const problem = credentialProblem(code);
      if (problem !== undefined) return `${CREDENTIALS[problem]} (${code})`;
      if (REFUSED.test(code)) return `AWS denied the read (${code})`;
      const known = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
      return answerWords(code) ?? detail ?? known ?? `AWS answered ${code}`;
    }
  }
}

function answerWords(code: string): string | undefined {
  return Object.hasOwn(ANSWERS, code) ? ANSWERS[code] : undefined;
}

/** True where AWS was given the encoded message and could not decode it: no other caller could either. */
export function isUndecodable({ code }: Gap): boolean {
  return code === 'InvalidAuthorizationMessageException';
}

/** Passes once somebody signs in, or is connected again. */
const CONNECTING: ReadonlySet<string> = new Set([
  REFUSALS.ssoSessionExpired,
  REFUSALS.loginExpired,
  REFUSALS.mfaRequired,
  REFUSALS.network,
  REFUSALS.notFromAws,
  REFUSALS.timeout,
  REFUSALS.stopped,
]);

/** Why nothing could be asked, where that is up to the person who runs this: the credentials' setup, the sign-in, the network; null elsewhere. */
export function setupReason(gap: Gap): string | null {
  const { kind, code } = gap;
  if (kind !== 'refused' || code === null) return null;
  const isOwn = isWithoutCredentials(code) || CONNECTING.has(code) || isOfCredentials(gap);
  return isOwn ? gapReason(gap) : null;
}

/** True where somebody else's credentials, or a permission, would show it. */
export function isForOthers({ kind, who, code }: Gap): boolean {
  return kind === 'refused' && who !== 'you' && !isPassing(code);
}

/** True where it would be known if AWS were asked. */
export function isNotAsked({ code }: Gap): boolean {
  return code === REFUSALS.notAsked;
}

/** True where AWS did not take the credentials themselves, whatever was asked. */
export function isOfCredentials({ code }: Gap): boolean {
  return code !== null && credentialProblem(code) !== undefined;
}

/** True where there was nothing to ask AWS with. */
export function lacksCredentials({ code }: Gap): boolean {
  return code === REFUSALS.noCredentials;
}

/** True where AWS said that the credentials may not read it. */
export function isRefusedByAws({ code }: Gap): boolean {
  return code !== null && REFUSED.test(code);
}

/** True where a snapshot was asked, and AWS was not: AWS's refusals have a code. */
export function isOfSnapshot({ code }: Gap): boolean {
  return code === null || code === REFUSALS.notInSnapshot;
}

/** Why something is not known and what would close it: an option, a command, a permission. */
export function gapClosing(gap: Gap, asked: Asked): string {
  const { kind, permission, code, toPass } = gap;
  const option = optionOf(gap);
  const shown = gap.shownBy === undefined ? [] : [`get it with: ${gap.shownBy}`];
  if (kind === 'not-given' && option !== null) return [optionWords(option, toPass, asked), ...shown].join('; ');
  const advice: string[] = [];
  if (option !== null) advice.push(optionWords(option, toPass, asked));
  else if (permission !== null && !isPassing(code)) advice.push(permissionWords(permission, gap));
  return [gapReason(gap), ...(gap.note === undefined ? [] : [gap.note]), ...advice, ...shown].join('; ');
}

/**
 * No permission helps in a member account where an organization is asked, but for what every member may know: its organization.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html
 */
function permissionWords(permission: string, { account, who, layer }: Gap): string {
  const needed = `needs ${permission}${account === null ? '' : ` in ${account}`}`;
  // Which organization it is, a member may know; which policies that has, it may not.
  if (permission === 'organizations:DescribeOrganization' && (layer === 'scp' || layer === 'rcp'))
    return `${needed}, and the policies themselves need --org-profile (management or delegated administrator account)`;
  return who === 'organization-admin' && permission !== 'organizations:DescribeOrganization'
    ? `${needed}; only the management account and delegated administrators may read it`
    : needed;
}

/** `denytrace can`, which asks without a denial, has no --resource: it takes the resource as an argument. */
function optionWords(option: string, toPass: ToPass | null, { denial }: Asked): string {
  if (denial === null && toPass === 'resource')
    return 'pass it as the third argument: denytrace can PRINCIPAL ACTION RESOURCE';
  // Only snapshots have the policies of resources: AWS is asked for what IAM, STS and Organizations know.
  if (toPass === 'resource-policy') return `denytrace does not read it: pass ${option}`;
  return `${isOption(option) ? 'pass' : 'run'} ${option}`;
}

/** A reader that failed names an option, or a command to sign in with. */
function isOption(option: string): boolean {
  return option.startsWith('--');
}

/** `444455556666 is in another organization (o-a1b2c3)`: for guardrails that only that organization can show. */
export function otherOrganization(
  { layer, account }: Gap,
  { context, resourceAccount }: DiagnosedRequest,
): string | null {
  if (layer !== 'rcp' || account === null || resourceAccount === null) return null;
  const theirs = onlyValue(context['aws:ResourceOrgID']);
  const ours = onlyValue(context['aws:PrincipalOrgID']);
  if (theirs === undefined || theirs === ours) return null;
  const organization = ours === undefined ? `organization ${theirs}` : `another organization (${theirs})`;
  return `${resourceAccount} is in ${organization}`;
}

function onlyValue(value: DiagnosedRequest['context'][string] | undefined): string | undefined {
  return value !== undefined && 'values' in value && value.values.length === 1 ? value.values[0] : undefined;
}
