import { servicePrefix } from '../../model/actions.ts';

/** A resource of one run: the next run has another one, which an Allow for this ARN would not cover. */
export interface ResourceOfRun {
  /** The narrowest ARN that AWS's page has for all runs. */
  readonly covers: string;
  /** What that lets in besides, and why, as the end of a sentence. */
  readonly note: string;
}

interface Row {
  readonly service: string;
  /** In lower case; every action of the service where they are left out. */
  readonly operations?: readonly string[];
  /** Its first group is the part of the ARN that stays. */
  readonly arn: RegExp;
  /** All of them, as AWS calls them. */
  readonly all: string;
  readonly why: string;
}

/** Of Lambda `2026/11/30/[$LATEST]0123…`, of CodeBuild a UUID, of ECS and AWS Batch `prefix/container/` and the id of the task. */
const STREAM_OF_RUN = String.raw`log-stream:(?:[^:*]*[/\]])?(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`;

/**
 * Only where a page of AWS's has the ARN that holds for all runs. Tasks of ECS, jobs of AWS Batch and keys of S3 are not in here: no page has
 * one for them that is narrower than all of the account or the bucket.
 */
const ROWS: readonly Row[] = [
  {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html (ARNs with :* at the end)
    service: 'logs',
    operations: ['createlogstream', 'putlogevents'],
    arn: new RegExp(`^(arn:[^:]*:logs:[^:]*:[^:]*:log-group:[^:*]+:)${STREAM_OF_RUN}`),
    all: 'every log stream of the log group',
    why: 'each run writes to a new one',
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html#resource-level-permissions (stack/MyProductionStack/*)
    service: 'cloudformation',
    arn: /^(arn:[^:]*:cloudformation:[^:]*:[^:]*:stack\/[^/*]+\/)[0-9a-f]{8}-[0-9a-f-]{27}$/,
    all: 'every stack of this name',
    why: 'a stack that is deleted and created again has a new id',
  },
  {
    // https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html (execution:stateMachineName:*)
    service: 'states',
    arn: /^(arn:[^:]*:states:[^:]*:[^:]*:execution:[^:*]+:)[^:*]+$/,
    all: 'every execution of the state machine',
    why: 'each run is a new one',
  },
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html#IAM_run_policies
    service: 'ecs',
    operations: ['runtask', 'starttask'],
    arn: /^(arn:[^:]*:ecs:[^:]*:[^:]*:task-definition\/[^:*]+:)\d+$/,
    all: 'every revision of the task definition',
    why: 'each change registers a new one',
  },
];

/**
 * What an Allow has to name so that it helps the next run as well.
 * @param arn the denied resource, in which the account may be a token or masked
 * @returns undefined for resources that stay, and for actions on one of them alone, such as reading or deleting it
 */
export function resourceOfRun(action: string, arn: string): ResourceOfRun | undefined {
  const service = servicePrefix(action);
  const operation = action.slice(service.length + 1).toLowerCase();
  const row = ROWS.find(
    (one) => one.service === service && one.operations?.includes(operation) !== false && one.arn.test(arn),
  );
  const part = row?.arn.exec(arn)?.[1];
  if (row === undefined || part === undefined) return undefined;
  return { covers: `${part}*`, note: `it covers ${row.all}, not only the denied one, because ${row.why}` };
}
