import { parseArn } from '../model/arn.ts';
import type { Fact } from '../model/fact.ts';
import type { AuthorizationRecord } from '../model/facts.ts';
import type { Question } from '../model/question.ts';

/**
 * The request that AWS's own record is about. A text often names only the operation, and what was refused in it is another action:
 * the encoded message of RunInstances may be about iam:PassRole. The same question where the record adds nothing.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function asRecorded(question: Question, record: Fact<AuthorizationRecord>): Question {
  if (record.status !== 'known' || record.value.action === null) return question;
  const { action, resource } = record.value;
  const same = action.toLowerCase() === question.action?.toLowerCase();
  if (same && question.resource !== null) return question;
  const isWhole = resource === '*' || (resource !== null && parseArn(resource) !== undefined);
  const recorded = isWhole ? resource : null;
  if (same && recorded === null) return question;
  return { ...question, action, resource: recorded };
}
