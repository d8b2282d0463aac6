import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const conditionKeyName = defineMiss({
  id: 'condition-key',
  kind: 'key-name',
  doc: {
    what: 'asks for a condition key under a name that no request has.',
    why: 'A typing error in the key, an issuer with https:// or a slash at its end, or a provider’s ARN in place of the issuer. IAM saves unknown keys without a complaint.',
    fix: 'Write the key as the request has it.',
  },
});
