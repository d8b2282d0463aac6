import { arnAfter } from './found-values.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from './phrases.ts';
import { fields, type StatedFields } from './shape.ts';

/**
 * What has to be printed right before the failure: an operation, or a code with which a service rejects its input. Programs report the
 * failure of their own AssumeRole in the same words, but not with these.
 */
const REJECTED =
  /(?:callingthe(?!assumerole)[a-z]{3,60}operation(?:\(reachedmaxretries:\d\))?|(?:invalid(?:request|parameter|parametervalue|input)|badrequest|validation)(?:exception|error)?):["'`]?(?:permission|access)?(?:denied|failure|failed|error|unable|couldnot|not(?:authorized|permitted|allowed))(?:in|while|when|on|to)?(?:attempting|trying|tried)?(?:to)?$/;

/** The name of the role's use, and the role: `access role arn:…`. */
const ROLE =
  /(?:(?:the|its|your|IAM|given|provided|specified)*)(access|instance|execution|service|task)?role:?(?=["'`<(]?arn:)/iy;

/** The service whose roles have a use of that name, for the words that name no service. https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html */
const BY_USE: readonly (readonly [service: RegExp, use: string, principal: string])[] = [
  // Only App Runner's CreateService and UpdateService have an access role.
  [/apprunner|callingthe(?:create|update)serviceoperation/, 'access', 'build.apprunner.amazonaws.com'],
  [/apprunner/, 'instance', 'tasks.apprunner.amazonaws.com'],
];

/**
 * The principal that assumes the role in an operation, where it is not that of the operation's service: AWS IoT Jobs signs the URLs of an update of
 * Greengrass. https://docs.aws.amazon.com/greengrass/v1/developerguide/core-ota-update.html
 */
const BY_OPERATION: Readonly<Record<string, string>> = { createsoftwareupdatejob: 'iot.amazonaws.com' };

/**
 * A service rejects a call because it could not assume the role that it was given, in words of its own: "Error in assuming access role
 * arn:…", "Permission denied when attempting to assume role arn:…".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const assumingRole: PhraseShape = phraseShape('service-assuming-role', [
  {
    begins: 'toassume',
    needles: ['to assume'],
    rest: ROLE,
    after: REJECTED,
    claim: 'cannot-assume',
    says: ([, use], found) => assumed(use, found),
  },
  {
    begins: 'assuming',
    needles: ['assuming'],
    rest: ROLE,
    after: REJECTED,
    claim: 'cannot-assume',
    says: ([, use], found) => assumed(use, found),
  },
  {
    // The pool gets the roles from STS with a token of its own. https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html#API_GetCredentialsForIdentity_Errors
    begins: 'invalididentitypoolconfiguration.checkassignediamrolesforthispool',
    needles: ['identity pool configuration'],
    claim: 'denied',
    says: () => fields({ action: 'sts:AssumeRoleWithWebIdentity' }),
  },
]);

function assumed(use: string | undefined, found: PhraseMatch): StatedFields {
  return fields({ action: 'sts:AssumeRole', resource: arnAfter(found), passedToService: principalOf(use, found) });
}

function principalOf(use: string | undefined, { dense, from }: PhraseMatch): string | undefined {
  const before = dense.lower.slice(Math.max(0, from - 300), from);
  const operation = /callingthe([a-z]{3,60})operation/.exec(before)?.[1] ?? '';
  return (
    BY_OPERATION[operation] ??
    BY_USE.find(([service, name]) => name === use?.toLowerCase() && service.test(before))?.[2]
  );
}
