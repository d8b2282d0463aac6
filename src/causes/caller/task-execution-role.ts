import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

const EXECUTION_ROLE = /task-?_?exec|execution-?role$|^ecsTaskExecutionRole/i;

/** What the ECS agent does with the task execution role. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
const AGENT_ACTIONS =
  /^(ecr(-public)?:|logs:|secretsmanager:getsecretvalue$|ssm:getparameters?$|kms:decrypt$|s3:get(object|bucketlocation)$|fsx:|ds:)/i;

export const taskExecutionRole = defineCheck({
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
        summary: `The task made the call with ${principal.name}, the execution role; a program’s own permissions belong to the task role`,
        evidence,
        rung: 'likely',
        remedies: [advise('set taskRoleArn of the task definition to a role that has the permission')],
      }
    );
  },
});
