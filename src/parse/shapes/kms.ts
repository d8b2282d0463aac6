import { type PhraseShape, phraseShape } from './phrases.ts';
import { fields } from './shape.ts';

/** KMS does not reveal whether a key is missing or access to it is denied. https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html */
export const kms: PhraseShape = phraseShape('kms', [
  {
    begins: 'theciphertextreferstoa',
    needles: ['ciphertext refers to'],
    rest: /(?:customermasterkey|key|kmskey)thatdoesnotexist/iy,
    claim: 'denied',
    says: () => ({ action: 'kms:Decrypt' }),
  },
  { begins: 'accesstokmsisnotallowed' },
  // Lambda, about its environment variables, maybe after a code of its own: "KMS Exception: AccessDeniedException KMS Message: User: …"
  {
    begins: 'kmsexception:',
    rest: /([A-Z]\w{3,60}?Exception)(?=KMSMessage:)/y,
    place: 'head',
    says: ([, code]) => fields({ wrapperCode: code }),
  },
]);
