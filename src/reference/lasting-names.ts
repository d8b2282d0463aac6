const ID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

interface LastingName {
  /** The actions that it is about; all that have such a resource where it is left out. */
  readonly actions?: RegExp;
  /** What stays the same, before the id that the next run does not have. */
  readonly begins: RegExp;
  readonly id: RegExp;
}

/** ARNs that end in an id which each build, deployment or revision gets anew. AWS's own examples have a `*` there. */
const LASTING: readonly LastingName[] = [
  {
    // https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html, https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
    actions: /^logs:(?:CreateLogStream|PutLogEvents)$/i,
    begins: /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:[^:*]+:log-stream:/,
    id: new RegExp(`${ID}|[0-9a-f]{32}|\\[(?:\\$LATEST|\\d+)\\]`),
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
    begins: /^arn:[^:]*:cloudformation:[^:]*:[^:]*:stack\/[^/*]+\//,
    id: new RegExp(`^${ID}$`),
  },
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
    actions: /^ecs:(?:RunTask|StartTask|DeregisterTaskDefinition)$/i,
    begins: /^arn:[^:]*:ecs:[^:]*:[^:]*:task-definition\/[^:*]+:/,
    id: /^\d+$/,
  },
  {
    // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
    begins: /^arn:[^:]*:states:[^:]*:[^:]*:execution:[^:*]+:/,
    id: new RegExp(`^${ID}$`),
  },
];

/** How a policy of the caller names a resource so that it also covers the next build, deployment or revision; the ARN as it is for all others. */
export function lastingName(action: string, arn: string): string {
  for (const { actions, begins, id } of LASTING) {
    const [beginning] = actions?.test(action) === false ? [] : (begins.exec(arn) ?? []);
    if (beginning !== undefined && id.test(arn.slice(beginning.length))) return `${beginning}*`;
  }
  return arn;
}
