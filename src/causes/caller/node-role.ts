import { hasVariable } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';
import { instanceOf } from './instance-of.ts';

const NODE_ROLE = /node-?(instance)?-?(group)?-?role|nodegroup|karpenter-?node|eks-?node|-node-|worker-?node/i;

/** What nodes do for themselves. https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html */
const NODE_ACTIONS =
  /^(ec2:(describe|assign|unassign|attachnetwork|createnetwork|deletenetwork|detachnetwork|modifynetwork)|ecr|eks|ssm|ssmmessages|ec2messages|logs|cloudwatch|eks-auth|autoscaling)/i;

export const nodeRole = caseCause({
  id: 'caller.node-role',
  layer: null,
  find(denialCase) {
    const name = denialCase.facts.principal?.name ?? '';
    const action = denialCase.request?.action ?? denialCase.denial?.action ?? '';
    if (instanceOf(denialCase) === undefined || !NODE_ROLE.test(name) || NODE_ACTIONS.test(action)) return undefined;
    if (hasVariable(denialCase, 'AWS_ROLE_ARN')) return undefined;
    const evidence = callerEvidence(denialCase);
    return (
      evidence && {
        summary: `The call was made with ${name}, which looks like the role of a cluster’s node: the pod has no role of its own`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise(
            'give the pod’s service account a role (role-arn annotation, or a pod identity association), and restart the pod',
          ),
        ],
      }
    );
  },
});
