import type { Check } from '../check.ts';
import { defineCheck } from '../check.ts';
import { advise } from '../text/advise.ts';
import { said } from '../text/said.ts';
import { callerEvidence } from './identity-words.ts';

const CDK_ROLE =
  /^cdk-[a-z0-9]{1,32}-(deploy|lookup|file-publishing|image-publishing|cfn-exec)-role-(\d{12})-([a-z0-9-]{5,32})$/;

const CDK_WORDS: Readonly<Record<string, string>> = {
  deploy: 'which starts deployments',
  lookup: 'which only looks things up while the app is put together',
  'file-publishing': 'which only uploads files',
  'image-publishing': 'which only pushes images',
  'cfn-exec': 'with which CloudFormation makes the resources',
};

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const cdkRole = defineCheck({
  on: 'case',
  id: 'caller.cdk-role',
  layer: null,
  doc: {
    what: 'The call was made with one of the roles that `cdk bootstrap` makes: the permission belongs to that role, not to yours.',
    why: 'The CDK uses five roles: deploy, lookup, two for publishing, and the one with which CloudFormation makes the resources (cfn-exec). A restricted bootstrap (--cloudformation-execution-policies) or an old one leaves something out.',
    fix: 'Bootstrap the environment again with the current CDK; for the cfn-exec role add the permission to its execution policies.',
  },
  find(subject) {
    const { principal } = subject.facts;
    const [, kind = '', account, region] = CDK_ROLE.exec(principal?.name ?? '') ?? [];
    const words = Object.hasOwn(CDK_WORDS, kind) ? CDK_WORDS[kind] : undefined;
    const evidence = callerEvidence(subject);
    if (words === undefined || evidence === undefined || subject.denial === null) return undefined;
    return {
      summary: `The caller is the CDK's ${kind} role, ${words}: the permission is missing there`,
      evidence,
      rung: 'likely',
      remedies: [
        advise(
          kind === 'cfn-exec'
            ? 'bootstrap again with execution policies that allow it (--cloudformation-execution-policies)'
            : 'bootstrap the environment again with the current CDK',
          'account-admin',
          ['cdk', 'bootstrap', `aws://${account}/${region}`],
        ),
      ],
    };
  },
});

interface SessionOfService {
  readonly session: RegExp;
  readonly service: string;
}

/** Names that services give their sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
const SESSIONS: readonly SessionOfService[] = [
  { session: /^AWSCloudFormation$/, service: 'CloudFormation' },
  { session: /^AWSCodeBuild-[0-9a-f-]{36}$/, service: 'CodeBuild' },
  { session: /^SageMaker$/, service: 'SageMaker' },
  { session: /^GlueJobRunnerSession$/, service: 'Glue' },
  { session: /^AWSConfig-/, service: 'AWS Config' },
  { session: /^AWSBackup-/, service: 'AWS Backup' },
  { session: /^BackplaneAssumeRoleSession$/, service: 'API Gateway' },
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html */
const serviceSession = defineCheck({
  on: 'case',
  id: 'caller.service-session',
  layer: null,
  doc: {
    what: 'An AWS service made the call with its own service role: the permission belongs to that role, not to yours.',
    why: 'CloudFormation, CodeBuild, SageMaker and other services act with the role that they were given; your own permissions only let you start them.',
    fix: 'Add the permission to the service role, or give the service another role.',
  },
  find(subject) {
    const { principal } = subject.facts;
    const session = principal?.type === 'session' ? (principal.sessionName ?? '') : '';
    const service = SESSIONS.find((one) => one.session.test(session))?.service;
    const evidence = callerEvidence(subject);
    if (service === undefined || evidence === undefined || subject.denial === null) return undefined;
    if (CDK_ROLE.test(principal?.name ?? '')) return undefined;
    return {
      summary: `${service} made the call with its role ${principal?.name ?? ''}: the permission is missing there, not with whoever started it`,
      evidence,
      rung: 'likely',
      remedies: [
        advise(
          `give the permission to ${principal?.name ?? 'the service role'}, which ${service} uses`,
          'account-admin',
        ),
      ],
    };
  },
});

/** https://developer.hashicorp.com/terraform/language/backend/s3 */
const terraformBackend = defineCheck({
  on: 'case',
  id: 'caller.terraform-backend',
  layer: null,
  doc: {
    what: 'Terraform’s backend made the call. It has credentials of its own, and the provider’s assume_role is not for it.',
    why: 'The state is read before any provider is set up: with the plain credentials of the environment, unless the backend block says otherwise.',
    fix: 'Put assume_role (or profile) into the backend block as well, or allow the plain credentials to read the state and its lock.',
  },
  find(subject) {
    const quote = said(subject, [
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
    ]);
    if (quote === undefined || subject.denial === null || subject.denial.kind === 'credentials') return undefined;
    return {
      summary:
        'Terraform’s backend made the call, with credentials of its own: the provider’s assume_role does not count for it',
      evidence: [quote],
      rung: 'likely',
      remedies: [advise('put assume_role or profile into the backend block too, if the provider’s role was meant')],
    };
  },
});

const DEFAULT_SESSION =
  /^(botocore-session-\d+|aws-sdk-js-(session-)?\d+|aws-sdk-java-\d+|aws-sdk-java-[0-9a-f-]{36}|aws-go-sdk-\d+|aws-sdk-go-v2-\d+|AWSCLI-Session|aws-sdk-php-\d+|default_session|\d{13,19})$/;

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html */
const intermediateRole = defineCheck({
  on: 'case',
  id: 'caller.intermediate-role',
  layer: null,
  doc: {
    what: 'The caller of sts:AssumeRole is a role that an SDK assumed before: a profile leads over another one (source_profile).',
    why: 'In a chain of profiles each role assumes the next. The last one has to trust the role before it, not the user at the beginning.',
    fix: 'Let the last role trust the role in between, or let its profile start from the user (source_profile of the first profile).',
  },
  find(subject) {
    const { principal } = subject.facts;
    if (principal?.type !== 'session' || subject.request?.action.toLowerCase() !== 'sts:assumerole') return undefined;
    if (subject.denial === null || !DEFAULT_SESSION.test(principal.sessionName ?? '')) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `The caller, ${principal.name}, was itself assumed through a profile (session ${principal.sessionName}): it is the one that has to be trusted`,
        evidence,
        rung: 'likely',
        remedies: [
          advise('let the role trust this one, or let its profile start from the first identity (source_profile)'),
        ],
      }
    );
  },
});

/** Roles that a tool or a service uses in place of yours. */
export const toolRoles = [
  cdkRole,
  serviceSession,
  terraformBackend,
  intermediateRole,
] as const satisfies readonly Check[];
