import { ADDRESS } from './address-stand-ins.ts';
import { kindOfField, type NameKind } from './fields.ts';
import { isArnWord, isAwsHost, isPublicHost, isPublicWord } from './public-words.ts';

/** Replaces one name. */
export type ReplaceName = (kind: NameKind, name: string) => string;

/** A place in a text in which a name is, and what becomes of it. */
interface Place {
  readonly pattern: RegExp;
  readonly replaced: (text: string, replace: ReplaceName) => string;
}

const CHARACTERS = String.raw`\$\{[^}\s]{1,128}\}|[\w+=,.@*?-]`;
/** ARNs in which IAM and STS name something. AWS-managed policies have the account `aws`, and keep their names. */
const PRINCIPAL_ARN: Place = {
  pattern: new RegExp(
    String.raw`(arn:[\w*?-]{1,32}:(?:iam|sts):[\w*?-]{0,32}:[\d*?]{0,16}:(role|user|group|policy|instance-profile|assumed-role|federated-user|mfa|saml-provider|server-certificate)/)((?:${CHARACTERS}|/){0,1024})`,
  ),
  replaced: (text, replace) => {
    const [, head = '', kind = '', rest = ''] = PRINCIPAL_ARN.pattern.exec(text) ?? [];
    return head + besideVariables(rest, replace, (masked) => replaceRest(kind, masked, replace));
  },
};
/** `AROA…:build-42`: aws:userid, and the principal id in AWS's record. */
const USER_ID: Place = {
  pattern: new RegExp(`(?<![A-Za-z0-9])(A(?:ROA|IDA)[A-Z0-9]{1,124}:)((?:${CHARACTERS}){1,256})`),
  replaced: (text, replace) => {
    const colon = text.indexOf(':') + 1;
    return text.slice(0, colon) + sessionName(text.slice(colon), replace);
  },
};
const MAIL_PATTERN =
  /((?:\$\{[^}\s]{1,128}\}|[\w.+%*?-]){1,64})@((?:[A-Za-z0-9*?-]{1,63}\.){1,8})([A-Za-z]{2,24})(?![A-Za-z0-9@-])/;
const MAIL: Place = {
  pattern: MAIL_PATTERN,
  replaced: (text, replace) => {
    const [, person = '', domain = '', end = ''] = MAIL_PATTERN.exec(text) ?? [];
    return `${replace('mail', person)}@${replace('mail', domain)}${end}`;
  },
};

/** `${aws:PrincipalTag/team}` */
const VARIABLE: Place = {
  pattern: /\$\{[^}]{1,256}\}/,
  replaced: (text, replace) => `\${${replaceKey(text.slice(2, -1), replace)}}`,
};
/** ARNs of everything else. Their first part often says what kind of thing it is. */
const OTHER_ARN: Place = {
  pattern:
    /arn:[\w*?-]{1,32}:(?!organizations:)[\w*?-]{1,64}:[\w*?-]{0,32}:(?!aws:)[\d*?]{0,16}:(?:\$\{[^}\s]{1,128}\}|[^\s"'\\<>]){1,1024}/,
  replaced: replaceArn,
};
const URL: Place = {
  pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'\\<>/?#]{1,255}(?:[/?#][^\s"'\\<>]{0,1024})?/i,
  replaced: (text, replace) => {
    const [, scheme = '', host = '', path = ''] = /^([^:]+:\/\/)([^/?#]+)(.*)$/s.exec(text) ?? [];
    return scheme + replaceHost(host, replace) + replaceSteps(path, replace);
  },
};
/** `root@web-1`, and the host before the program of a line of syslog. */
const HOST: Place = {
  pattern:
    /(?<![\w.@/-])[\w.-]{1,64}@[\w.-]{1,128}(?![\w@])|(?<=^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )[\w.-]{1,128}(?= )/m,
  replaced: (text, replace) =>
    text
      .split('@')
      .map((part) => replace('name', part))
      .join('@'),
};
const IP: Place = { pattern: ADDRESS, replaced: (text, replace) => replace('address', text) };
/** A condition key by itself, in a text: `aws:PrincipalTag/team`, `oidc.example.com:sub`. */
const KEY: Place = {
  pattern:
    /(?<![\w:.-])(?:[\w-]{1,32}:[\w-]{0,32}Tag\/|kms:EncryptionContext:)[\w+=.@:/-]{1,128}|(?<![\w:./@-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}[\w./-]{0,256}:(?:sub|aud|amr|oaud|jti)\b/i,
  replaced: replaceKey,
};
/** `"externalId": "acme"`, perhaps escaped. */
const JSON_FIELD: Place = {
  pattern: /\\{0,3}"[\w:./-]{1,128}\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"[^"\\]{1,2048}/,
  replaced: (text, replace) => {
    const [, head = '', field = '', between = '', value = ''] =
      /^(\\*")([^"\\]+)(\\*"\s*:\s*\\*")(.*)$/s.exec(text) ?? [];
    // The key of an object in S3; in a decoded message it is a condition key.
    const own = field === 'key' && !value.includes(':') ? 'Key' : field;
    return head + replaceKey(field, replace) + between + replaceNames(value, own, true, replace);
  },
};

const FIRST_LEVEL = together([PRINCIPAL_ARN, USER_ID, MAIL]);
const ALL = together([JSON_FIELD, VARIABLE, PRINCIPAL_ARN, OTHER_ARN, URL, USER_ID, MAIL, HOST, KEY, IP]);

/**
 * Replaces every name in a text, by the places where names are. `field` is the field or condition key whose value the text is; `all`: the
 * places in which names are that only `names` replaces, too.
 */
export function replaceNames(text: string, field: string, all: boolean, replace: ReplaceName): string {
  const lower = field.toLowerCase();
  const kind = kindOfField(field, text, all);
  if (kind !== undefined && !/^arn:|:\/\//.test(text)) {
    if (all && isPublicHost(text)) return text;
    return besideVariables(text, replace, (masked) =>
      masked
        .split('/')
        .map((step) => (kind === 'session' ? sessionName(step, replace) : replaceStep(kind, step, replace)))
        .join('/'),
    );
  }
  const colon = text.indexOf(':');
  if (lower === 'aws:userid' && colon >= 0 && !/^A[A-Z]{3}[A-Z0-9]/.test(text))
    return `${text.slice(0, colon + 1)}${sessionName(text.slice(colon + 1), replace)}`;
  return (all ? ALL : FIRST_LEVEL)(text, replace);
}

/** One search for all places: what one of them replaced is not looked at again. */
function together(places: readonly Place[]): (text: string, replace: ReplaceName) => string {
  const either = new RegExp(places.map(({ pattern }, index) => `(?<p${index}>${pattern.source})`).join('|'), 'gm');
  return (text, replace) =>
    text.replace(either, (found: string, ...more: unknown[]) => {
      const groups = more.at(-1);
      const place = places.find((_, index) => groupOf(groups, `p${index}`) !== undefined);
      return place?.replaced(found, replace) ?? found;
    });
}

function groupOf(groups: unknown, name: string): unknown {
  return typeof groups === 'object' && groups !== null ? Reflect.get(groups, name) : undefined;
}

function replaceRest(kind: string, rest: string, replace: ReplaceName): string {
  if (kind === 'federated-user') return sessionName(rest, replace);
  const [first = '', ...more] = rest.split('/');
  if (kind === 'assumed-role')
    return [replaceStep('name', first, replace), ...more.map((one) => sessionName(one, replace))].join('/');
  const last = more.length;
  const isUser = kind === 'user' || kind === 'mfa';
  return [first, ...more]
    .map((step, index) => replaceStep(isUser && index === last ? 'user' : 'name', step, replace))
    .join('/');
}

/** A condition key with a name in it: that of a tag, of an issuer of tokens. Tags that AWS sets keep theirs. */
function replaceKey(key: string, replace: ReplaceName): string {
  const tag = /^([\w-]+:[\w-]*Tag\/|kms:EncryptionContext:)(?!aws:)([^,]+)(.*)$/i.exec(key);
  if (tag !== null) return `${tag[1]}${replace('name', tag[2] ?? '')}${tag[3]}`;
  const claim = /^((?:[\w-]+\.)+[\w-]+)((?:\/[^:]*)?)(:[\w.-]+)$/.exec(key);
  if (claim !== null)
    return replaceHost(claim[1] ?? '', replace) + replaceSteps(claim[2] ?? '', replace) + (claim[3] ?? '');
  return key;
}

/** So many variables of a text are kept apart; AWS's policies have room for fewer. */
const MASKS = 0x1000;
const FIRST_MASK = 0xe000;

/** Replaces what is beside policy variables, which may have slashes of their own, and what is named in them. */
function besideVariables(text: string, replace: ReplaceName, others: (masked: string) => string): string {
  const variables: string[] = [];
  const masked = text.replace(/\$\{[^}]{1,256}\}/g, (variable) =>
    variables.length < MASKS ? String.fromCharCode(FIRST_MASK + variables.push(variable) - 1) : variable,
  );
  if (variables.length === 0) return others(text);
  return others(masked).replace(/[\uE000-\uEFFF]/g, (mask) => {
    const variable = variables[mask.charCodeAt(0) - FIRST_MASK];
    return variable === undefined ? mask : VARIABLE.replaced(variable, replace);
  });
}

/** The first part of an ARN's resource is its kind, unless the service has one kind only: buckets, topics, queues. */
function replaceArn(text: string, replace: ReplaceName): string {
  const [, head = '', service = '', resource = ''] = /^((?:[^:]*:){2}([^:]*):[^:]*:[^:]*:)(.*)$/s.exec(text) ?? [];
  if (/^alias\/aws\//.test(resource)) return text;
  return head + besideVariables(resource, replace, (masked) => replaceResource(service, masked, replace));
}

function replaceResource(service: string, resource: string, replace: ReplaceName): string {
  const parts = resource.split(/([/:])/);
  const hasKind = parts.length > 1 && !/^(?:s3|sns|sqs|execute-api)$/.test(service);
  return parts
    .map((part, index) => {
      if (index % 2 === 1 || part === '' || (index === 0 && hasKind) || isArnWord(part)) return part;
      // Secrets Manager adds a hyphen and six characters, which rules read.
      const [, name = part, suffix = ''] = (service === 'secretsmanager' && /^(.+)(-\w{6})$/.exec(part)) || [];
      if (suffix !== '') return replaceStep('name', name, replace) + suffix;
      return part.includes('.') && service === 'iam' && index === 2
        ? replaceHost(part, replace)
        : replaceStep('name', part, replace);
    })
    .join('');
}

/** The labels of a host. Of AWS's hosts only what the user named is replaced: a bucket, an endpoint. */
function replaceHost(host: string, replace: ReplaceName): string {
  if (isAwsHost(host)) {
    const [, own = '', rest = host] =
      /^((?:[^.]+\.)*?)((?:oidc\.eks|s3|sqs|sns|sts|iam|signin|[a-z0-9-]+)\.(?:[a-z0-9-]+\.)?(?:vpce\.)?(?:amazonaws|aws|api|on|amazon)\..*)$/.exec(
        host,
      ) ?? [];
    return (
      own
        .split('.')
        .map((label) => (label === '' || isPublicWord(label) ? label : replace('name', label)))
        .join('.') + rest
    );
  }
  if (isPublicHost(host)) return host;
  const end = host.lastIndexOf('.');
  return end < 0 ? replace('name', host) : replace('name', host.slice(0, end)) + host.slice(end);
}

function replaceSteps(path: string, replace: ReplaceName): string {
  return path
    .split('/')
    .map((step) => replaceStep('name', step, replace))
    .join('/');
}

/** Replaces a part of a name or path. An e-mail address is replaced as one. */
function replaceStep(kind: NameKind, step: string, replace: ReplaceName): string {
  if (step === '') return step;
  return isMail(step) ? MAIL.replaced(step, replace) : replace(kind, step);
}

function sessionName(name: string, replace: ReplaceName): string {
  return replaceStep('session', name, replace);
}

const WHOLE_MAIL = new RegExp(`^(?:${MAIL_PATTERN.source})$`);

function isMail(text: string): boolean {
  return text.includes('@') && WHOLE_MAIL.test(text);
}
