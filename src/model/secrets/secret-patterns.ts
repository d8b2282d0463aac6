import { once } from '../once.ts';
import { hasKeyLength } from './key-length.ts';
import { REMOVED } from './removed.ts';

/** A value of a labelled secret: up to the first quote, space, or mark that ends a value in JSON, XML, INI, a URL or a shell. */
const VALUE = String.raw`[^\s"'\\&<>,;}\])]{1,8192}`;

/** What may stand between a label and its value: `=`, `: `, `": "`, `\":\"`, `>`, the rule of a table. */
const BETWEEN = String.raw`(?:\\{0,15}["'])?[ \t]{0,4}(?:=|:|>|%3D|[|│])[ \t]{0,4}(?:\\{0,15}["'])?`;

const LABELS = [
  '(?:aws[ _-]?)?secret[ _-]?access[ _-]?key',
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
  '(?:access|refresh|auth|api|bearer|bot|ci|deploy|device|git(?:hub|lab)|identity|job|jwt|npm|oauth|slack|user|vault)[_-]?token',
  'x-amz-bearer-token',
  'connection[_-]?string',
  'password',
  'token[_-]?code',
];

/** Names that end in one of these hold a secret, whatever stands before it: `TF_VAR_db_password`, `X-Api-Key`, `CI_JOB_TOKEN`. */
const ENDINGS = [
  'passw(?:or)?d',
  'passphrase',
  'pwd',
  'passcode',
  '(?<=[_-])pass',
  'api[_-]?key',
  '(?:account|auth|consumer|shared|signing|shared[_-]?access)[_-]?key',
  'private[_-]?key',
  '(?<=[_-])token',
  '(?<=[_-])secret',
];

/** A label with what is between it and its value. What follows a label and is one itself is no value: that is behind it. */
const LABEL = String.raw`(?:[\w-]{0,64}?(?:${[...LABELS, ...ENDINGS].join('|')}))${BETWEEN}`;

/** A name of a setting: not the code of an error (`InvalidPassword: …`), nor a part of an ARN, unless a value is set behind it by `=`. */
const NAME = String.raw`(?:(?<![\w:-])|(?<=%[0-9A-F]{2})|(?<=:)(?=[\w-]{1,128}(?:=|%3D)))(?!invalid|expired|wrong|incorrect|missing)[\w-]{0,64}?`;

/** A secret access key: forty characters, of all three kinds. Its look is all that is known of one without a label. */
const SECRET_KEY = `(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])(?=[A-Za-z/+]{0,39}[0-9])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=-])`;

/**
 * What a text has, in lower case, in which a pattern finds something: of each list one word. A pattern takes V8 a while to make ready, some
 * of these longer than all the rest of a short run, and most texts have the words of none. The rarest come first.
 */
type Hint = readonly [first: Sign, ...more: Sign[]];
type Sign = readonly string[] | ((lower: string) => boolean);

/** How a kind of secret looks in a text, and what stands there without it. */
type SecretPattern = readonly [hint: Hint, pattern: () => RegExp, replacement: string];

const LABEL_WORDS = ['key', 'token', 'secret', 'pass', 'pwd', 'saml', 'x-amz-', 'connection'];
const MARKS = ['=', ':', '>', '%3d', '|', '│'];

/** Each pattern begins with fixed text or at the beginning of a word, and is bounded, so that the work is linear in the text. The first group, if any, stays. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  // JSON Web Tokens: three parts, the first two being JSON in base64url; five parts where it is encrypted.
  [[['eyj']], () => /\beyJ[\w-]{8,8192}\.eyJ[\w-]{8,16384}(?:\.[\w-]{0,8192})?/g, REMOVED],
  [[['eyj']], () => /\beyJ[\w-]{8,8192}(?:\.[\w-]{0,16384}){4}/g, REMOVED],
  // Session tokens begin with their version in base64.
  [[['iqoj', 'fwog', 'fqog']], () => /\b(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[\w+/=%-]{16,8192}/g, REMOVED],
  // To its end; where that is missing, as far as it looks like a key: a sentence below it stays. A value that was read across lines has no spaces.
  [
    [['private key', 'privatekey']],
    () =>
      /-----BEGIN[A-Z ]{0,32}PRIVATE ?KEY-----(?:(?:[^-]|-(?!----)){0,16384}-----END[A-Z ]{0,32}PRIVATE ?KEY-----|(?:\s|\\[nr]|[A-Za-z0-9+/=]{16,80}){0,400})/g,
    REMOVED,
  ],
  [[['bearer', 'basic']], () => /\b(Bearer|Basic)[ \t]{1,4}[\w.~+/=-]{8,8192}/gi, `$1 ${REMOVED}`],
  [[['aws4-hmac']], () => /\b(AWS4-HMAC-SHA256)[ \t]{1,4}Credential=[^\r\n"'<>]{1,4096}/g, `$1 ${REMOVED}`],
  [
    [['authorization'], ['=', ':']],
    () =>
      /\b(Authorization(?:\\{0,15}["'])?[ \t]{0,4}[:=][ \t]{0,4}(?:\\{0,15}["'])?(?:(?:token|apikey)[ \t]{1,4})?)(?!(?:Bearer|Basic|AWS4)\b)[^\s"'\\<>,;}]{8,8192}/gi,
    `$1${REMOVED}`,
  ],
  [
    [['cookie'], ['=']],
    () =>
      /\b((?:set-)?cookie(?:\\{0,15}["'])?[ \t]{0,4}[:=][ \t]{0,4}(?:\\{0,15}["'])?)[\w.-]{1,128}=[^\s"'\\;<>]{1,4096}(?:;[ \t]?[\w.-]{1,128}=[^\s"'\\;<>]{1,4096}){0,64}/gi,
    `$1${REMOVED}`,
  ],
  // Webhooks: anyone who has the URL can post.
  [
    [['hooks.slack', 'discord', 'webhook.office']],
    () =>
      /\b((?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com\/webhookb2)\/)[\w@/-]{20,256}/gi,
    `$1${REMOVED}`,
  ],
  // The password of a URL, of curl -u and of a .netrc; a quoted one in SQL.
  [
    [['@'], ['://']],
    () => /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"]{0,128}:)(?!\(removed\))[^\s@/'"]{1,256}(?=@)/gi,
    `$1${REMOVED}`,
  ],
  [
    [['-u ', '-u\t', '-u=', '-user ', '-user\t', '-user=']],
    () => /(?<![\w-])((?:-u|--user|--proxy-user)(?:[ \t]{1,4}|=)["']?[^\s:"'=]{1,128}:)(?![(/])[^\s"'/]{1,256}/g,
    `$1${REMOVED}`,
  ],
  [[['login']], () => /\b(login[ \t]{1,4}\S{1,128}[ \t]{1,4}password[ \t]{1,4})(?!\()\S{1,256}/gi, `$1${REMOVED}`],
  [
    [['password', 'identified']],
    () => /\b((?:password|identified[ \t]{1,4}by)[ \t]{1,4}(['"]))(?!\(removed\))[^\r\n'"]{1,256}(?=\2)/gi,
    `$1${REMOVED}`,
  ],
  // A quoted value goes to its closing quote.
  [
    [LABEL_WORDS, ['=', ':']],
    once(
      () =>
        new RegExp(
          String.raw`(${NAME}(?:${[...LABELS, ...ENDINGS].join('|')})(?:\\{0,15}["'])?[ \t]{0,4}[=:][ \t]{0,4})(\\{0,15}["'])(?!\(removed\))(?:(?!\2)[^\r\n\\]){1,1024}\2`,
          'gi',
        ),
    ),
    `$1$2${REMOVED}$2`,
  ],
  // A step of a path ends at the next slash, and what follows stays; but for secrets that are base64, which have slashes of their own.
  [
    [['pass', 'pwd', 'signature', 'token'], ['='], ['/']],
    () =>
      /(?<=\/)([\w-]{0,64}?(?:passw(?:or)?d|passphrase|passcode|pwd|x-amz-signature|token[_-]?code)=)(?!\(removed\))[^\s"'\\&<>,;}\])/?#]{1,8192}(?=[/?#])/gi,
    `$1${REMOVED}`,
  ],
  [
    [LABEL_WORDS, MARKS],
    once(
      () =>
        new RegExp(
          String.raw`(?:\b|(?<=%[0-9A-F]{2}))((?:${LABELS.join('|')})${BETWEEN}(?:b')?)(?!\(removed\)|${LABEL})${VALUE}`,
          'gi',
        ),
    ),
    `$1${REMOVED}`,
  ],
  [
    [LABEL_WORDS, MARKS],
    once(
      () =>
        new RegExp(
          String.raw`(${NAME}(?:${ENDINGS.join('|')})${BETWEEN}(?:b')?)(?!\(removed\)|arn:|${LABEL})${VALUE}`,
          'gi',
        ),
    ),
    `$1${REMOVED}`,
  ],
  // Words that are secrets only where a value is set: `?token=V`, `secret="V"`, `"token": "V"`.
  [
    [['token', 'secret', 'sig', 'pass'], MARKS],
    () =>
      /(?<![\w:.-])((?:token|secret|sig|signature|pass|passwd)(?:=|%3D|[ \t]{0,4}[:=][ \t]{0,4}\\{0,15}["'])(?:\\{0,15}["'])?)(?!\(removed\)|arn:|\*)[^\s"'\\&<>,;}\])]{1,8192}/gi,
    `$1${REMOVED}`,
  ],
  [
    [['token', 'secret', 'signature'], [':']],
    () =>
      /(\\{0,15}["'](?:token|secret|signature)\\{0,15}["'][ \t]{0,4}:[ \t]{0,4}\\{0,15}["'])(?!\(removed\)|arn:|\*)[^\s"'\\]{1,8192}/gi,
    `$1${REMOVED}`,
  ],
  // An option and its value: --password V.
  [
    [['pass', 'secret', 'token', 'api-key'], ['--']],
    () =>
      /(?<![\w-])(--[a-z-]{0,40}(?:password|passphrase|secret|secret-access-key|session-token|api-key)[ \t]{1,4}(?:\\{0,15}["'])?)(?![-(])[^\s"'\\&<>,;}\])]{1,8192}/gi,
    `$1${REMOVED}`,
  ],
  // "secret wJalr…", "Secret Access Key: …", "| SecretAccessKey | … |", and the key beside its id.
  [
    [['secret']],
    once(
      () =>
        new RegExp(
          String.raw`(?<![\w:-])((?:aws[ _-]?)?secret[ _-]?(?:access)?[ _-]?(?:key)?(?: is)?[^\w\r\n]{1,24})${SECRET_KEY}`,
          'gi',
        ),
    ),
    `$1${REMOVED}`,
  ],
  [
    [['akia', 'asia']],
    once(
      () =>
        new RegExp(String.raw`\b((?:AKIA|ASIA)[A-Z2-7]{12,124}[^\r\n]{0,60}?[^A-Za-z0-9/+=\r\n])${SECRET_KEY}`, 'g'),
    ),
    `$1${REMOVED}`,
  ],
  // One without any label: with a slash or a plus sign, it is no name.
  [
    [hasKeyLength, ['/', '+']],
    once(() => new RegExp(`(?<![\\w/+=.:@-])(?!/)(?=[A-Za-z0-9]{0,39}[/+])${SECRET_KEY}(?![.:@_])`, 'g')),
    REMOVED,
  ],
  // An access key id is no secret by itself, yet it names the key: its kind and its end are enough to recognise it.
  [[['akia', 'asia']], () => /\b((?:AKIA|ASIA))[A-Z2-7]{8,124}([A-Z2-7]{4})\b/g, '$1************$2'],
];
