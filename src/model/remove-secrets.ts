/** What stands where a secret was. */
const GONE = '(removed)';

/** A value of a labelled secret: up to the first quote, space, or mark that ends a value in JSON, XML, INI, a URL or a shell. */
const VALUE = String.raw`[^\s"'\\&<>,;}\])]{1,8192}`;

/** What may stand between a label and its value: `=`, `: `, `": "`, `\":\"`, `>`. */
const BETWEEN = String.raw`(?:\\{0,4}["'])?[ \t]{0,4}(?:=|:|>|%3D)[ \t]{0,4}(?:\\{0,4}["'])?`;

const LABELS = [
  'aws[_-]?secret[_-]?access[_-]?key',
  'secret[_-]?access[_-]?key',
  'secret[_-]?key',
  'aws[_-]?session[_-]?token',
  'session[_-]?token',
  'security[_-]?token',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-credential',
  'web[_-]?identity[_-]?token',
  'id[_-]?token[_-]?request[_-]?token',
  'saml[_-]?assertion',
  'samlresponse',
  'client[_-]?secret',
  'access[_-]?token',
  'refresh[_-]?token',
  'password',
  'token[_-]?code',
];

/** Each pattern begins with fixed text and is bounded, so that the work is linear in the text. The first group, if any, stays. */
const SECRETS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // JSON Web Tokens: three parts, the first two being JSON in base64url.
  [/\beyJ[\w-]{8,8192}\.eyJ[\w-]{8,16384}(?:\.[\w-]{0,8192})?/g, GONE],
  // Session tokens begin with their version in base64.
  [/\b(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[\w+/=%-]{16,8192}/g, GONE],
  [/\b(Bearer|Basic)[ \t]{1,4}[\w.~+/=-]{8,8192}/gi, `$1 ${GONE}`],
  [/\b(AWS4-HMAC-SHA256)[ \t]{1,4}Credential=[^\r\n"'<>]{1,4096}/g, `$1 ${GONE}`],
  [
    /\b(Authorization(?:\\{0,4}["'])?[ \t]{0,4}[:=][ \t]{0,4}(?:\\{0,4}["'])?)(?!(?:Bearer|Basic|AWS4)\b)[^\s"'\\<>,;}]{8,8192}/gi,
    `$1${GONE}`,
  ],
  [new RegExp(String.raw`\b((?:${LABELS.join('|')})${BETWEEN})(?!\(removed\))${VALUE}`, 'gi'), `$1${GONE}`],
  // An access key id is no secret by itself, yet it names the key: its kind and its end are enough to recognise it.
  [/\b((?:AKIA|ASIA))[A-Z2-7]{8,124}([A-Z2-7]{4})\b/g, '$1************$2'],
];

/** A part of whatever the patterns find. Most texts hold none, and the patterns themselves take a while to be made ready. */
const HINT = /eyJ|IQoJ|FwoG|FQoG|bearer|basic|AWS4-|authorization|secret|token|x-amz-|saml|password|AKIA|ASIA/i;

/**
 * The text without credentials: secret keys, session tokens, signed query strings, JSON Web Tokens, Authorization headers; access key ids
 * keep their kind and their last four letters. Encoded authorization messages stay: AWS alone can read them, for who may.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function removeSecrets(text: string): string {
  if (!HINT.test(text)) return text;
  return SECRETS.reduce((cleaned, [pattern, replacement]) => cleaned.replace(pattern, replacement), text);
}
