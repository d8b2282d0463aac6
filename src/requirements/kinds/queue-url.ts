import type { DenialCase } from '../../model/denial-case.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { Question } from '../../model/question.ts';
import type { Requirement } from '../../model/requirement.ts';
import { type QueueUrl, queueOfUrl } from '../../reference/resources/queue-url.ts';
import { type Asked, askedFor } from '../asked.ts';
import { awsCommand } from '../make.ts';
import { join, known, type Named, token } from '../named.ts';
import { type Job, unnamedCall } from './unnamed-call.ts';

/** The queue of "Access to the resource https://sqs.… is denied.", where the text does not name the call; undefined for other texts. */
export function queueOf({ denial }: Pick<DenialCase, 'denial'>): QueueUrl | undefined {
  if (denial === null || denial.action !== null) return undefined;
  return queueOfUrl(denial.resource ?? '');
}

/**
 * SQS names the URL that was called and not the action. Without a queue in it the call was one that finds, lists or creates queues; with one, a call on that queue,
 * which its policy may allow as well.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 */
export function queueAccess(queue: QueueUrl, question: Question, denialCase: DenialCase): readonly Requirement[] {
  const isRoot = queue.name === null;
  const asked = askedFor(isRoot ? 'sqs:GetQueueUrl' : 'sqs:SendMessage', false, question, denialCase);
  const arn = queueArn(queue, asked);
  return unnamedCall(asked, {
    prefix: 'queue',
    jobs: isRoot ? withoutQueue(arn) : ofQueue(arn),
    holder: isRoot ? null : arn,
    show: [awsCommand(null, 'sqs get-queue-attributes --queue-url', token('QUEUE_URL'), '--attribute-names', 'Policy')],
  });
}

function ofQueue(resource: Named): NonEmpty<Job> {
  return [
    { actions: ['sqs:SendMessage'], resource },
    { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], resource },
  ];
}

function withoutQueue(resource: Named): NonEmpty<Job> {
  return [
    { actions: ['sqs:GetQueueUrl'], resource },
    { actions: ['sqs:ListQueues'], resource: known('*') },
    { actions: ['sqs:CreateQueue'], resource },
  ];
}

function queueArn({ region, account, name }: QueueUrl, { place, caller }: Asked): Named {
  const owner = account ?? caller.account;
  return join`arn:${place.partition}:sqs:${region}:${owner === null ? token('ACCOUNT') : known(owner)}:${name === null ? token('QUEUE_NAME') : known(name)}`;
}
