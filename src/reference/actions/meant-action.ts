import { actionFacts, lookUpAction } from '../service-facts.ts';
import { apiAction } from './related-actions.ts';

/** The services whose actions tools most often print with the prefix of another one. */
const SERVICES =
  'iam sts ec2 s3 kms logs cloudwatch lambda ssm organizations ecr ecs eks rds dynamodb sns sqs events states cloudformation autoscaling elasticloadbalancing route53 secretsmanager'.split(
    ' ',
  );

/**
 * The action that is meant by one that AWS's list does not have: the only one of that name in another service (`ec2:CreateRole` is
 * `iam:CreateRole`). Undefined for an action that exists, and where more than one may be meant.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function meantAction(action: string): string | undefined {
  if (lookUpAction(action).status !== 'unknown-action') return undefined;
  const known = apiAction(action.toLowerCase());
  if (known !== undefined) return known;
  const name = action.slice(action.indexOf(':') + 1);
  const found = SERVICES.flatMap((service) => actionFacts(`${service}:${name}`)?.name ?? []);
  const [only] = found;
  return found.length === 1 ? only : undefined;
}
