import { defineCheck } from '../cause.ts';
import { hasVariable } from '../credentials/key-type.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';
import { instanceOf } from './instance-of.ts';

const NODE_ROLE = /node-?(instance)?-?(group)?-?role|nodegroup|karpenter-?node|eks-?node|-node-|worker-?node/i;

/** What nodes do for themselves. https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html */
const NODE_ACTIONS =
  /^(ec2:(describe|assign|unassign|attachnetwork|createnetwork|deletenetwork|detachnetwork|modifynetwork)|ecr|eks|ssm|ssmmessages|ec2messages|logs|cloudwatch|eks-auth|autoscaling)/i;

/** https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
export const nodeRole = defineCheck({
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
        summary: `The call was made with ${name}, which looks like the role of a cluster’s node: the pod has no role of its own`,
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
