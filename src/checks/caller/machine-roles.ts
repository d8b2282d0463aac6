import type { Case } from '../../model/case.ts';
import type { Check } from '../check.ts';
import { defineCheck } from '../check.ts';
import { hasVariable, variableEvidence } from '../credentials/key-type.ts';
import { advise } from '../text/advise.ts';
import { callerEvidence, roleNameOf } from './identity-words.ts';

/** The session of an instance's role is named after the instance. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
function instanceOf({ facts }: Case): string | undefined {
  const session = facts.principal?.type === 'session' ? facts.principal.sessionName : null;
  return session !== null && /^i-[0-9a-f]{8,17}$/.test(session) ? session : undefined;
}

const NODE_ROLE = /node-?(instance)?-?(group)?-?role|nodegroup|karpenter-?node|eks-?node|-node-|worker-?node/i;

/** What nodes do for themselves. https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html */
const NODE_ACTIONS =
  /^(ec2:(describe|assign|unassign|attachnetwork|createnetwork|deletenetwork|detachnetwork|modifynetwork)|ecr|eks|ssm|ssmmessages|ec2messages|logs|cloudwatch|eks-auth|autoscaling)/i;

/** https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
const nodeRole = defineCheck({
  on: 'case',
  id: 'caller.node-role',
  layer: null,
  doc: {
    what: 'A pod made the call with the role of its node, not with one of its own.',
    why: 'Its service account has no role (annotation eks.amazonaws.com/role-arn, or a pod identity association), the pod was not restarted since, or its SDK is too old to use it.',
    fix: 'Give the service account a role and restart the pod; rather than allowing it to the node, hence to every pod on it.',
  },
  find(subject) {
    const name = subject.facts.principal?.name ?? '';
    const action = subject.request?.action ?? subject.denial?.action ?? '';
    if (instanceOf(subject) === undefined || !NODE_ROLE.test(name) || NODE_ACTIONS.test(action)) return undefined;
    if (hasVariable(subject, 'AWS_ROLE_ARN')) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `The call was made with ${name}, which looks like the role of a cluster's node: the pod has no role of its own`,
        evidence,
        rung: 'likely',
        remedies: [
          advise(
            'give the pod’s service account a role (role-arn annotation, or a pod identity association), and restart the pod',
          ),
        ],
      }
    );
  },
});

/** https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
const instanceRole = defineCheck({
  on: 'case',
  id: 'caller.instance-role',
  layer: null,
  doc: {
    what: 'The call was made with the role of the EC2 instance, though another source of credentials was set up.',
    why: 'The profile or the job’s token could not be used, and the SDK went on silently to the instance’s role; on self-hosted runners a job without its own credentials gets those of the machine.',
    fix: 'Repair the source that was meant (profile, id-token permission, secrets), or switch the instance’s role off for this program (AWS_EC2_METADATA_DISABLED=true).',
  },
  find(subject) {
    const instance = instanceOf(subject);
    const source = ['AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'GITHUB_ACTIONS', 'GITLAB_CI'].find((name) =>
      hasVariable(subject, name),
    );
    if (instance === undefined || source === undefined || hasVariable(subject, 'AWS_ROLE_ARN')) return undefined;
    const evidence = callerEvidence(subject, variableEvidence(`${source} is set`));
    return (
      evidence && {
        summary: `The call was made with the role of the instance ${instance}, though ${source} shows that other credentials were meant`,
        evidence,
        rung: 'likely',
        remedies: [
          advise('repair the credentials that were meant: the SDK fell back to those of the machine', 'you', [
            'aws',
            'configure',
            'list',
          ]),
        ],
      }
    );
  },
});

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
const notTheJobsRole = defineCheck({
  on: 'case',
  id: 'caller.not-the-jobs-role',
  layer: null,
  doc: {
    what: 'The job or pod is to have one role (AWS_ROLE_ARN), and the call was made with another one.',
    why: 'Keys or a profile in the environment come before the web identity token, the token file cannot be read, or the program picks credentials of its own.',
    fix: 'Remove the other credentials, and see that the token file can be read by the program.',
  },
  find(subject) {
    const meant = roleNameOf(subject.environment.variables['AWS_ROLE_ARN']);
    const { principal, principalFrom } = subject.facts;
    if (meant === undefined || principalFrom === 'current-identity' || subject.denial === null) return undefined;
    if (!/^(user|role|session)$/.test(principal?.type ?? '') || principal?.name === meant) return undefined;
    // A job that goes on from its own role to the next one names that one.
    if (subject.request?.resource?.endsWith(`/${meant}`) === true) return undefined;
    const evidence = callerEvidence(
      subject,
      variableEvidence(`AWS_ROLE_ARN=${subject.environment.variables['AWS_ROLE_ARN'] ?? ''}`),
    );
    return (
      evidence && {
        summary: `The job is to run as ${meant} (AWS_ROLE_ARN), and the call was made as ${principal?.name ?? ''}`,
        evidence,
        rung: 'likely',
        remedies: [
          advise('remove keys and profiles that come before the web identity token', 'you', [
            'aws',
            'configure',
            'list',
          ]),
        ],
      }
    );
  },
});

const EXECUTION_ROLE = /task-?_?exec|execution-?role$|^ecsTaskExecutionRole/i;

/** What the ECS agent does with the task execution role. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
const AGENT_ACTIONS =
  /^(ecr(-public)?:|logs:|secretsmanager:getsecretvalue$|ssm:getparameters?$|kms:decrypt$|s3:get(object|bucketlocation)$|fsx:|ds:)/i;

const taskExecutionRole = defineCheck({
  on: 'case',
  id: 'caller.task-execution-role',
  layer: null,
  doc: {
    what: 'The program in an ECS task made the call with the task execution role, which is made for the ECS agent.',
    why: 'The task definition has no task role (taskRoleArn), or the execution role is set for both.',
    fix: 'Give the task definition a task role with the permission; the execution role is for pulling images, secrets and logs.',
  },
  find(subject) {
    const { principal } = subject.facts;
    const action = subject.request?.action ?? subject.denial?.action ?? '';
    if (principal?.type !== 'session' || !EXECUTION_ROLE.test(principal.name) || action === '') return undefined;
    // The session of a task is named after the task.
    if (!/^[0-9a-f]{32}$/.test(principal.sessionName ?? '') || AGENT_ACTIONS.test(action)) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `The task made the call with ${principal.name}, the execution role; a program's own permissions belong to the task role`,
        evidence,
        rung: 'likely',
        remedies: [advise('set taskRoleArn of the task definition to a role that has the permission')],
      }
    );
  },
});

/** Roles that come with the machine, in place of the one that was meant. */
export const machineRoles = [
  nodeRole,
  instanceRole,
  notTheJobsRole,
  taskExecutionRole,
] as const satisfies readonly Check[];
