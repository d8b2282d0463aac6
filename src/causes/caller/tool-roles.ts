import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { callerEvidence } from '../../evidence/caller-evidence.ts';
import { hasVariable } from '../../evidence/job-environment.ts';
import { assumesItself } from '../../evidence/self-assumption.ts';
import { isOfToken, maySilentlyDeny } from '../../evidence/silent-trust.ts';
import { advise } from '../../grants/advise.ts';
import { permissionSetOf } from '../../model/aws-names.ts';
import { bootstrapCommand, type CdkRole, cdkRoleName, cdkRoleOf, EXECUTION_POLICIES } from '../../model/cdk-role.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { type CaseCause, caseCause } from '../cause.ts';

const NO_DENIAL = 'there is no error text';
const NO_ARN = 'the ARN of the caller is not known';

/** What the CDK uses its roles for. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const CDK_PURPOSES = {
  deploy: 'which starts deployments',
  lookup: 'which only looks things up while the app is put together',
  'file-publishing': 'which only uploads files',
  'image-publishing': 'which only pushes images',
  'cfn-exec': 'with which CloudFormation makes the resources',
} as const satisfies Readonly<Record<CdkRole['kind'], string>>;

/** Names that services give their sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
const SERVICE_SESSIONS = [
  { session: /^AWSCloudFormation$/, service: 'CloudFormation' },
  { session: /^AWSCodeBuild-[0-9a-f-]{36}$/, service: 'CodeBuild' },
  { session: /^SageMaker$/, service: 'SageMaker' },
  { session: /^GlueJobRunnerSession$/, service: 'Glue' },
  { session: /^AWSConfig-/, service: 'AWS Config' },
  { session: /^AWSBackup-/, service: 'AWS Backup' },
  { session: /^BackplaneAssumeRoleSession$/, service: 'API Gateway' },
] as const;

/** What Terraform prints where its backend, and not a provider, makes the call. */
const BACKEND_PHRASES = [
  'Failed to get existing workspaces',
  'Error configuring the backend',
  'error configuring S3 Backend',
  'Error loading state',
  'Error refreshing state',
  'Failed to load state',
  'Failed to save state',
  'Error acquiring the state lock',
  'Error releasing the state lock',
  'Error inspecting states in the',
];

/**
 * Names that SDKs and the AWS CLI give the session of a role which they assume for a profile. Nineteen digits are none of them: the SDKs for Go
 * name sessions of a web identity token so. https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 */
const DEFAULT_SESSION =
  /^(botocore-session-\d+|aws-sdk-js-(session-)?\d+|aws-sdk-java-\d+|aws-sdk-java-[0-9a-f-]{36}|aws-go-sdk-\d+|aws-sdk-go-v2-\d+|AWSCLI-Session|aws-sdk-php-\d+|default_session|\d{13,18})$/;

/** A tool or a service made the call with a role of its own. All are likely: only names and words of the tool show it. */
export const toolRoles = [
  caseCause({
    id: 'caller.cdk-role',
    layer: null,
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      const role = cdkRoleOf(denialCase.facts.principal?.name ?? '');
      if (role === undefined) return 'the caller is not one of the CDK’s roles';
      const attached = attachedPolicies(denialCase);
      if (role.kind === 'cfn-exec' && attached.arns.some((arn) => shortName(arn) === 'AdministratorAccess'))
        return 'the role has AdministratorAccess: no permission is missing there';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The caller is the CDK’s ${role.kind} role, ${CDK_PURPOSES[role.kind]}: the permission is missing there`,
        evidence,
        certainty: 'likely',
        remedies: [
          role.kind === 'cfn-exec'
            ? moreExecutionPolicies(role, attached)
            : advise('bootstrap the environment again with the current CDK', 'account-admin', bootstrapCommand(role)),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.service-session',
    layer: null,
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      const { principal } = denialCase.facts;
      const session = principal?.type === 'session' ? (principal.sessionName ?? '') : '';
      const service = SERVICE_SESSIONS.find((one) => one.session.test(session))?.service;
      if (principal === null || service === undefined) return 'the session is not named like that of a service';
      // CloudFormation uses one of the CDK's roles: caller.cdk-role says more, but as it is only likely, it does not end the contest.
      if (cdkRoleOf(principal.name) !== undefined) return 'the caller is one of the CDK’s roles';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `${service} made the call with its role ${principal.name}: that role lacks the permission, not the principal that started it`,
        evidence,
        certainty: 'likely',
        remedies: [advise(`give the permission to ${principal.name}, which ${service} uses`, 'account-admin')],
      };
    },
  }),
  caseCause({
    id: 'caller.terraform-backend',
    layer: null,
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      if (denialCase.denial.kind === 'credentials') return 'the credentials themselves were refused';
      const quote = findQuote(denialCase, BACKEND_PHRASES);
      if (quote === undefined) return 'the error text is not that of Terraform’s backend';
      return {
        summary:
          'Terraform’s backend made the call, with credentials of its own: the provider’s assume_role does not count for it',
        evidence: [quote],
        certainty: 'likely',
        remedies: [advise('put assume_role or profile into the backend block too, if the provider’s role was meant')],
      };
    },
  }),
  caseCause({
    id: 'caller.intermediate-role',
    layer: null,
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      const { principal } = denialCase.facts;
      if (denialCase.request?.action.toLowerCase() !== 'sts:assumerole') return 'the call does not assume a role';
      if (principal?.type !== 'session' || !DEFAULT_SESSION.test(principal.sessionName ?? ''))
        return 'the session is not named by an SDK';
      if (assumesItself(denialCase)) return 'the caller is the role that it asks for';
      if (hasVariable(denialCase, 'AWS_WEB_IDENTITY_TOKEN_FILE') || isOfToken(denialCase))
        return 'the session is made with a web identity token';
      if (!maySilentlyDeny(denialCase)) return 'the trust policy names the caller, or something else denies it';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The caller, ${principal.name}, was itself assumed through a profile (session ${principal.sessionName}): the trust policy must trust this role`,
        evidence,
        certainty: 'likely',
        remedies: [advise('let the role trust it, or let its profile start from the first identity (source_profile)')],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** One more execution policy: bootstrapping again replaces those that the role has, so they are named as well. */
function moreExecutionPolicies(role: CdkRole, { arns, complete }: AttachedPolicies): Remedy {
  const list = ['aws', 'iam', 'list-attached-role-policies', '--role-name', cdkRoleName(role, 'cfn-exec')];
  const kept = complete ? arns : [EXECUTION_POLICIES];
  const beside = kept.length === 0 ? '' : ' in addition to those it has';
  const unread = complete ? '' : `; ${EXECUTION_POLICIES} are those it has, which the command would replace`;
  return advise(
    `bootstrap again with an execution policy that allows it${beside}; POLICY_ARN is the ARN of the new one${unread}`,
    'account-admin',
    ...(complete ? [] : [list]),
    bootstrapCommand(role, '--cloudformation-execution-policies', [...kept, 'POLICY_ARN'].join(',')),
  );
}

/** The managed policies of the caller. */
interface AttachedPolicies {
  readonly arns: readonly string[];
  /** False where they could not be listed: there may be more. */
  readonly complete: boolean;
}

function attachedPolicies({ facts: { policies } }: DenialCase): AttachedPolicies {
  const { identity } = policies;
  const levels = identity.status === 'known' ? identity.value : [];
  return {
    arns: levels.flatMap((level) =>
      level.policies.flatMap(({ ref }) => (ref.kind === 'managed' ? (ref.arn ?? []) : [])),
    ),
    complete: identity.status !== 'unreadable' && levels.every(({ gaps }) => gaps.length === 0),
  };
}

const READ_ONLY = /^(AWS)?(ReadOnly|ViewOnly|SecurityAudit)/i;

const READS = /^[a-z0-9-]+:(get|list|describe|batchget|view|lookup|search|select|query|scan|head|simulate|generate)/i;

/** Somebody is signed in with less than the call needs, or not at all. All are likely: only names show it. */
export const signInRoles = [
  caseCause({
    id: 'caller.read-only-permission-set',
    layer: null,
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      const name = permissionSetOf(denialCase.facts.principal?.name ?? null);
      if (name === undefined) return 'the caller has no role of a permission set';
      if (!READ_ONLY.test(name)) return 'the permission set is not named like one for reading only';
      const action = denialCase.request?.action ?? '';
      if (action === '' || READS.test(action)) return 'the call is not known to change anything';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The caller is signed in with the permission set ${name}, which is read-only by its name, but ${action} is not a read`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise('sign in with a permission set that may do it (sso_role_name of the profile)', 'you', [
            'aws',
            'configure',
            'sso',
          ]),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.cognito-guest',
    layer: null,
    find(denialCase) {
      const { principal } = denialCase.facts;
      if (principal?.sessionName !== 'CognitoIdentityCredentials') return 'the session is not of an identity pool';
      if (!/unauth/i.test(principal.name)) return 'the role is not named like that of guests';
      if (namedReason(denialCase)?.layer === 'session')
        return 'AWS names the session policy, which has a cause of its own';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The caller is an unauthenticated (guest) identity of a Cognito identity pool (${principal.name})`,
        evidence,
        certainty: 'likely',
        remedies: [advise('sign in first, then get the credentials of the identity pool again')],
      };
    },
  }),
] as const satisfies readonly CaseCause[];
