import type { DenialCase } from '../model/denial-case.ts';

/** A service whose calls use the KMS key of a queue or topic on the caller's behalf, and what shows that a text is about it. */
const SERVICES = [
  { service: 'sqs', operation: /^(?:SendMessage|ReceiveMessage)/, wrapper: /\(Service: (?:Amazon)?SQS\b/i },
  { service: 'sns', operation: /^Publish/, wrapper: /\(Service: (?:Amazon)?SNS\b/i },
] as const;

/**
 * The service whose queue or topic is encrypted with the key that KMS refused, where the text does not name the key. Undefined for other denials.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function encryptedQueueOf(action: string, { denial, text }: DenialCase): 'sqs' | 'sns' | undefined {
  if (denial === null || denial.resource !== null || !/^kms:(?:Decrypt|GenerateDataKey)$/i.test(action))
    return undefined;
  return SERVICES.find(({ operation, wrapper }) => operation.test(denial.operation ?? '') || wrapper.test(text))
    ?.service;
}
