import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
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

export const serviceSession = caseCause({
  id: 'caller.service-session',
  layer: null,
  find(denialCase) {
    const { principal } = denialCase.facts;
    const session = principal?.type === 'session' ? (principal.sessionName ?? '') : '';
    const service = SESSIONS.find((one) => one.session.test(session))?.service;
    const evidence = callerEvidence(denialCase);
    if (service === undefined || evidence === undefined || denialCase.denial === null) return undefined;
    if (CDK_ROLE.test(principal?.name ?? '')) return undefined;
    return {
      summary: `${service} made the call with its role ${principal?.name ?? ''}: the permission is missing there, not with whoever started it`,
      evidence,
      certainty: 'likely',
      remedies: [
        advise(
          `give the permission to ${principal?.name ?? 'the service role'}, which ${service} uses`,
          'account-admin',
        ),
      ],
    };
  },
});
