import { grantStatement, permissionStatement } from '../../grants/grant-statement.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { Question } from '../../model/question.ts';
import type { Requirement, Way } from '../../model/requirement.ts';
import { type Asked, askedFor } from '../asked.ts';
import { hasIdentityPolicies, identityPolicies } from '../caller.ts';
import { identityCommands } from '../commands.ts';
import { allow, awsCommand, way } from '../make.ts';
import { join, known, type Named, token } from '../named.ts';
import { guardrails } from './guardrails.ts';

/** A queue as its URL names it; nulls for the URL of the service alone. */
interface QueueUrl {
  readonly region: string;
  readonly account: string | null;
  readonly name: string | null;
}

const URL =
  /^https?:\/\/(?:sqs\.([a-z0-9-]{5,24})|([a-z0-9-]{5,24})\.queue)\.amazonaws\.com(?:\/(?:(\d{12})\/)?([\w-]{1,80}(?:\.fifo)?)?)?\/?$/;

/** The queue of "Access to the resource https://sqs.… is denied.", where the text does not name the call; undefined for other texts. */
export function queueOf({ denial }: Pick<DenialCase, 'denial'>): QueueUrl | undefined {
  if (denial === null || denial.action !== null) return undefined;
  const found = URL.exec(denial.resource ?? '');
  if (found === null) return undefined;
  const [, modern, legacy, account = null, name = null] = found;
  return { region: modern ?? legacy ?? '', account, name };
}

/** What the usual jobs need on a queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html */
const JOBS = [['sqs:SendMessage'], ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']] as const;

/**
 * SQS names the URL that was called and not the action. Without a queue in it the call was one that finds, lists or creates queues; with one, a call on that queue,
 * which its policy may allow as well.
 */
export function queueAccess(queue: QueueUrl, question: Question, denialCase: DenialCase): readonly Requirement[] {
  const isRoot = queue.name === null;
  const action = isRoot ? 'sqs:GetQueueUrl' : 'sqs:SendMessage';
  const asked = askedFor(action, false, question, denialCase);
  const arn = queueArn(queue, asked);
  const identity = hasIdentityPolicies(asked.caller) ? [identityOf(asked, arn, isRoot)] : [];
  return [...identity, ...(isRoot ? [] : [queuePolicy(asked, arn, identity.length > 0)]), ...guardrails(asked, [arn])];
}

function queueArn({ region, account, name }: QueueUrl, { place, caller }: Asked): Named {
  const owner = account ?? caller.account;
  return join`arn:${place.partition}:sqs:${region}:${owner === null ? token('ACCOUNT') : known(owner)}:${name === null ? token('QUEUE_NAME') : known(name)}`;
}

function identityOf(asked: Asked, arn: Named, isRoot: boolean): Requirement {
  const { caller, action } = asked;
  const on = (actions: readonly string[], resource: string, ...also: readonly string[]): Way =>
    way(
      {
        ...permissionStatement({ action, resource }),
        Action: actions.length === 1 ? actions[0] : actions,
        Resource: resource,
      },
      ...also,
    );
  const ways: NonEmpty<Way> = isRoot
    ? [on(['sqs:GetQueueUrl'], arn.text), on(['sqs:ListQueues'], '*'), on(['sqs:CreateQueue'], arn.text)]
    : [on(JOBS[0], arn.text, 'queue.resource'), on(JOBS[1], arn.text, 'queue.resource')];
  return allow(
    {
      id: 'queue.identity',
      ...identityPolicies(caller),
      request: { action, resource: null },
      names: [arn],
      show: identityCommands(caller),
      usual: ['identity.no-allow'],
    },
    ways,
  );
}

function queuePolicy(asked: Asked, arn: Named, hasIdentity: boolean): Requirement {
  const { caller, action } = asked;
  const { principal, condition } = caller.element;
  const grant = (actions: readonly string[]) =>
    way(
      grantStatement('resource', { principal, action: actions, resource: arn.text, condition }),
      ...(hasIdentity ? ['queue.identity'] : []),
    );
  return allow(
    {
      id: 'queue.resource',
      step: 'resource',
      request: { action, resource: null },
      target: {
        kind: 'resource',
        arn: arn.placeholders.length === 0 ? arn.text : null,
        attachedTo: arn.placeholders.length === 0 ? arn.text : null,
      },
      who: 'resource-owner',
      names: [caller.arn, arn],
      show: [
        awsCommand(null, 'sqs get-queue-attributes --queue-url', token('QUEUE_URL'), '--attribute-names', 'Policy'),
      ],
      usual: ['resource.no-allow', 'resource.cross-account'],
    },
    [grant(JOBS[0]), grant(JOBS[1])],
  );
}
