import { callerEvidence } from '../../evidence/caller-evidence.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { hasVariable, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { type CaseCause, caseCause } from '../cause.ts';

const NO_ARN = 'the ARN of the caller is not known';
const NO_INSTANCE = 'the caller is not the session of an EC2 instance';
const HAS_ROLE = 'AWS_ROLE_ARN names the role that was meant';

const NODE_ROLE = /node-?(instance)?-?(group)?-?role|nodegroup|karpenter-?node|eks-?node|-node-|worker-?node/i;

/** What nodes do for themselves. https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html */
const NODE_ACTIONS =
  /^(ec2:(describe|assign|unassign|attachnetwork|createnetwork|deletenetwork|detachnetwork|modifynetwork)|ecr|eks|ssm|ssmmessages|ec2messages|logs|cloudwatch|eks-auth|autoscaling)/i;

const EXECUTION_ROLE = /task-?_?exec|execution-?role$|^ecstaskexecutionrole/;

/** What the ECS agent does with the task execution role. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
const AGENT_ACTIONS =
  /^(ecr(-public)?:|logs:|secretsmanager:getsecretvalue$|ssm:getparameters?$|kms:decrypt$|s3:get(object|bucketlocation)$|fsx:|ds:)/i;

/** Variables that show a source of credentials which an SDK asks before the metadata service of the machine. */
const OTHER_SOURCES = ['AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'GITHUB_ACTIONS', 'GITLAB_CI'];

/** The call was made with the role of the machine, in place of the one that was meant. All are likely: only names show it. */
export const machineRoles = [
  caseCause({
    id: 'caller.node-role',
    layer: null,
    find(denialCase) {
      const name = denialCase.facts.principal?.name ?? '';
      if (instanceOf(denialCase) === undefined) return NO_INSTANCE;
      if (!NODE_ROLE.test(name)) return 'the role is not named like that of a node';
      if (NODE_ACTIONS.test(deniedAction(denialCase) ?? '')) return 'nodes make such calls themselves';
      if (hasVariable(denialCase, 'AWS_ROLE_ARN')) return HAS_ROLE;
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The call was made with ${name}, which looks like the role of a cluster’s node: the pod has no role of its own`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise(
            'give the pod’s service account a role (role-arn annotation, or a pod identity association), and restart the pod',
          ),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.instance-role',
    layer: null,
    find(denialCase) {
      const instance = instanceOf(denialCase);
      if (instance === undefined) return NO_INSTANCE;
      const source = OTHER_SOURCES.find((name) => hasVariable(denialCase, name));
      if (source === undefined) return 'the environment shows no other source of credentials';
      if (hasVariable(denialCase, 'AWS_ROLE_ARN')) return HAS_ROLE;
      const evidence = callerEvidence(denialCase, variableEvidence(`${source} is set`));
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The call was made with the role of the instance ${instance}, though ${source} shows that different credentials were meant`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise('repair the credentials that were meant: the SDK fell back to those of the machine', 'you', [
            'aws',
            'configure',
            'list',
          ]),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.task-execution-role',
    layer: null,
    find(denialCase) {
      const { principal } = denialCase.facts;
      const action = deniedAction(denialCase) ?? '';
      if (principal?.type !== 'session' || !EXECUTION_ROLE.test(principal.name.toLowerCase()))
        return 'the role is not named like a task execution role';
      // The session of a task is named after the task.
      if (!/^[0-9a-f]{32}$/.test(principal.sessionName ?? '')) return 'the session is not that of an ECS task';
      if (action === '') return 'what was called is not known';
      if (AGENT_ACTIONS.test(action)) return 'the ECS agent makes such calls itself';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The task made the call with ${principal.name}, the execution role; a program’s own permissions belong to the task role`,
        evidence,
        certainty: 'likely',
        remedies: [advise('set taskRoleArn of the task definition to a role that has the permission')],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** The session of an instance's role is named after the instance. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
function instanceOf({ facts }: DenialCase): string | undefined {
  const session = facts.principal?.type === 'session' ? facts.principal.sessionName : null;
  return session !== null && /^i-[0-9a-f]{8,17}$/.test(session) ? session : undefined;
}
