import { partitionOf } from '../partitions.ts';

/** A queue of Amazon SQS as its URL names it; nulls for the URL of the service alone. */
export interface QueueUrl {
  readonly region: string;
  readonly account: string | null;
  readonly name: string | null;
}

const URL =
  /^https?:\/\/(?:sqs\.([a-z0-9-]{5,24})|([a-z0-9-]{5,24})\.queue)\.amazonaws\.com(?:\.cn)?(?:\/(?:(\d{12})\/)?([\w-]{1,80}(?:\.fifo)?)?)?\/?$/;

/**
 * The queue that a URL names: SQS says in its errors which URL was called. Undefined for any other text.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 */
export function queueOfUrl(text: string): QueueUrl | undefined {
  const found = text.startsWith('http') ? URL.exec(text) : null;
  if (found === null) return undefined;
  const [, modern, legacy, account = null, name = null] = found;
  return { region: modern ?? legacy ?? '', account, name };
}

/** The ARN of the queue that a URL names; undefined where it names none, or not its account. */
export function queueArnOfUrl(text: string): string | undefined {
  const { region = '', account = null, name = null } = queueOfUrl(text) ?? {};
  const partition = partitionOf(region)?.id;
  return partition === undefined || account === null || name === null
    ? undefined
    : `arn:${partition}:sqs:${region}:${account}:${name}`;
}
