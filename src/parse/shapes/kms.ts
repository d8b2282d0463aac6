import { phraseShape } from './phrases.ts';

/** KMS does not tell whether a key is missing or forbidden. https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html */
export const kms: ReturnType<typeof phraseShape> = phraseShape('kms', [
  {
    begins: 'theciphertextreferstoa',
    rest: /(?:customermasterkey|key|kmskey)thatdoesnotexist/iy,
    claim: 'denied',
    says: () => ({ action: 'kms:Decrypt' }),
  },
  { begins: 'accesstokmsisnotallowed' },
]);
