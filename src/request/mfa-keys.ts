import { isPermissionSet } from '../model/aws-names.ts';
import type { Facts } from '../model/facts.ts';
import { CONSOLE_SOURCES, isOfProgram } from '../model/program-shapes.ts';
import type { Question } from '../model/question.ts';
import type { ContextValue } from '../model/request.ts';
import type { LocatedPrincipal, PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { type ContextKeys, MISSING } from './request-context.ts';

const NO_MFA: ContextKeys = { 'aws:MultiFactorAuthPresent': MISSING, 'aws:MultiFactorAuthAge': MISSING };
const ASSUMED: ContextValue = { status: 'missing', assumed: true };
const ASSUMED_NO_MFA: ContextKeys = { 'aws:MultiFactorAuthPresent': ASSUMED, 'aws:MultiFactorAuthAge': ASSUMED };
const OF_CONSOLE: readonly string[] = Object.values(CONSOLE_SOURCES);

/**
 * The keys about MFA of a role session. The credentials that AssumeRole returns carry none, also where the call sent a code: the code counts
 * in the role's trust policy only. A session is one of AssumeRole where its role cannot be assumed in any other way; one that a person may
 * have switched to in the console, or got from IAM Identity Center, is not known to be.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 *
 * Programs can also have the credentials of a console session, from `aws login` or in AWS CloudShell. No page of AWS says which MFA keys
 * those carry, so they are unknown where the text shows such a source, and taken for granted to be missing where it shows none. Read for it:
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
 * https://docs.aws.amazon.com/signin/latest/userguide/command-line-sign-in.html
 * https://docs.aws.amazon.com/signin/latest/userguide/reference-signin-condition-keys.html
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html
 * https://docs.aws.amazon.com/cloudshell/latest/userguide/security_iam_service-with-iam.html
 */
export function mfaKeys({ denial }: Question, { principal, callerEntity }: Facts): ContextKeys {
  const isSession = principal?.type === 'session' || principal?.type === 'role';
  if (!isSession || callerEntity.status !== 'known' || isPermissionSet(callerEntity.value.arn)) return {};
  const { statements, unsupportedParts } = readPolicy(callerEntity.value.trustPolicy);
  const trusted = statements.filter(({ effect }) => effect === 'Allow');
  if (unsupportedParts.length > 0 || trusted.length === 0 || !trusted.every(isForAssumeRole)) return {};
  if (trusted.every(namesOnlyServices)) return NO_MFA;
  return isOfProgram(denial?.shape ?? '') && !OF_CONSOLE.includes(denial?.credentialsFrom ?? '') ? ASSUMED_NO_MFA : {};
}

const FEDERATED_CALLS = ['sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

/** The statement trusts no identity provider: no caller comes in with a token or an assertion. */
function isForAssumeRole({ action, principal }: PolicyStatement): boolean {
  const isSigned = principal?.negated === false && principal.complete && principal.entries.every(namesSigned);
  if (isSigned) return true;
  if (action === null || action.negated || !action.complete) return false;
  return action.entries.every(({ value }) => !/[*?]/.test(value) && !FEDERATED_CALLS.includes(value.toLowerCase()));
}

function namesSigned({ kind, value }: LocatedPrincipal): boolean {
  return kind === 'Service' || (kind === 'AWS' && value !== '*');
}

function namesOnlyServices({ principal }: PolicyStatement): boolean {
  if (principal === null || principal.negated || !principal.complete) return false;
  return principal.entries.every(({ kind }) => kind === 'Service');
}
