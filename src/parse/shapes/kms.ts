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
  // The tags of a new key: what was called is allowed, what the message names is not.
  {
    begins: "youdon'thavethe",
    needles: ["You don't have the"],
    rest: /([a-z0-9-]{2,40}:[A-Z][A-Za-z0-9]{2,80}?)permission/y,
    claim: 'denied',
    says: ([, action]) => fields({ action }),
  },
  // Lambda, about its environment variables, maybe after a code of its own: "KMS Exception: AccessDeniedException KMS Message: User: …"
  {
    begins: 'kmsexception:',
    rest: /([A-Z]\w{3,60}?Exception)(?=KMSMessage:)/y,
    place: 'head',
    says: ([, code]) => fields({ wrapperCode: code }),
  },
]);
