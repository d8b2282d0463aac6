import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

const EXECUTION_ROLE = /task-?_?exec|execution-?role$|^ecsTaskExecutionRole/i;

/** What the ECS agent does with the task execution role. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
const AGENT_ACTIONS =
  /^(ecr(-public)?:|logs:|secretsmanager:getsecretvalue$|ssm:getparameters?$|kms:decrypt$|s3:get(object|bucketlocation)$|fsx:|ds:)/i;

export const taskExecutionRole = caseCause({
  id: 'caller.task-execution-role',
  layer: null,
  find(denialCase) {
    const { principal } = denialCase.facts;
    const action = denialCase.request?.action ?? denialCase.denial?.action ?? '';
    if (principal?.type !== 'session' || !EXECUTION_ROLE.test(principal.name) || action === '') return undefined;
    // The session of a task is named after the task.
    if (!/^[0-9a-f]{32}$/.test(principal.sessionName ?? '') || AGENT_ACTIONS.test(action)) return undefined;
    const evidence = callerEvidence(denialCase);
    return (
      evidence && {
        summary: `The task made the call with ${principal.name}, the execution role; a program’s own permissions belong to the task role`,
        evidence,
        certainty: 'likely',
        remedies: [advise('set taskRoleArn of the task definition to a role that has the permission')],
      }
    );
  },
});
