import type { DenialCase } from '../model/denial-case.ts';

/**
 * True for the words of Step Functions about the role of a state machine: "is not authorized to create managed-rule". It means a rule of EventBridge that
 * Step Functions makes itself, and that is given no role.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
 */
export function saysManagedRule({ text }: DenialCase): boolean {
  return /to\s+create\s+managed-rule/.test(text);
}
