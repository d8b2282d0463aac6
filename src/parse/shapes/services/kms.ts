import { FUNCTION_ROLE } from '../../../model/aws-names.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

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
  {
    begins: 'theciphertextreferencesa',
    needles: ['ciphertext references a'],
    rest: /keythatdoesn['’]?texist/iy,
    claim: 'denied',
  },
  // Lambda decrypts them with the role of the function, not with that of the caller that invoked it.
  {
    begins: 'unabletodecrypttheenvironmentvariablesbecausekmsaccesswasdenied',
    // The message of KMS, if there is one, names who asked.
    when: ({ dense, to }) => !/kmsexception|user:/.test(dense.lower.slice(to, to + 400)),
    says: () => fields({ callerName: FUNCTION_ROLE }),
  },
  // Services that cannot use a key that they were given: see reference/keys/service-keys.ts.
  {
    begins: 'isnotallowedtobeusedwith',
    needles: ['is not allowed to be used with'],
    after: /kmskey(?:id)?(?:doesnotexist|couldnotbefound)or$/,
    claim: 'denied',
  },
  {
    begins: 'doesnotexist,isnotenabledoryoudonothavepermissionstoaccessit',
    needles: ['do not have permissions to access it'],
    claim: 'denied',
  },
  { begins: 'givenkeyidisnotaccessible', needles: ['key ID is not accessible'], claim: 'denied' },
  {
    begins: 'encryptedwithaninaccessible',
    needles: ['with an inaccessible'],
    rest: /(?:aws)?kmskey/iy,
    claim: 'denied',
  },
  { begins: 'client.internalerror:clienterroronlaunch', needles: ['Client error on launch'], claim: 'denied' },
  {
    begins: 'doesnothaveauthorizationtoaccessthesnstopicencryptionkey',
    needles: ['SNS topic encryption key'],
    claim: 'denied',
  },
  {
    begins: 'insufficientencryptionkeypermissionsforglueapi',
    needles: ['encryption key permissions'],
    claim: 'denied',
  },
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
