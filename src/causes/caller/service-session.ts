import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { CDK_ROLE } from './cdk-role-name.ts';
import { callerEvidence } from './identity-words.ts';

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
export const serviceSession = defineCheck({
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
