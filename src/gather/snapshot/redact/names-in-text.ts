/** Kinds of names. Session names are always replaced, the others only with `names`. */
export type NameKind = 'session' | 'user' | 'name' | 'mail';

/** Replaces one name. */
export type ReplaceName = (kind: NameKind, name: string) => string;

const CHARACTERS = String.raw`\$\{[^}\s]{1,128}\}|[\w+=,.@*?-]`;
/** ARNs in which IAM and STS name something. AWS-managed policies have the account `aws`, and keep their names. */
const PRINCIPAL_ARN = new RegExp(
  String.raw`(arn:[\w*?-]{1,32}:(?:iam|sts):[\w*?-]{0,32}:[\d*?]{0,16}:(role|user|group|policy|instance-profile|assumed-role|federated-user|mfa|saml-provider|server-certificate)/)((?:${CHARACTERS}|/){0,1024})`,
  'g',
);
/** `AROA…:build-42`: aws:userid, and the principal id in AWS's record. */
const USER_ID = new RegExp(`(?<![A-Za-z0-9])(A(?:ROA|IDA)[A-Z0-9]{1,124}:)((?:${CHARACTERS}){1,256})`, 'g');
const MAIL =
  /((?:\$\{[^}\s]{1,128}\}|[\w.+%*?-]){1,64})@((?:[A-Za-z0-9*?-]{1,63}\.){1,8})([A-Za-z]{2,24})(?![A-Za-z0-9@-])/g;

/** Fields and condition keys whose value is a name, in lower case. */
const FIELDS: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ['sessionname', 'session'],
  ['sts:rolesessionname', 'session'],
  ['sts:sourceidentity', 'session'],
  ['aws:sourceidentity', 'session'],
  ['aws_role_session_name', 'session'],
  ['rolesessionname', 'session'],
  ['aws:username', 'user'],
  ['username', 'user'],
  ['rolename', 'name'],
  ['groupname', 'name'],
  ['grouplist', 'name'],
  ['policyname', 'name'],
  ['policynames', 'name'],
  ['instanceprofilename', 'name'],
  ['name', 'name'],
  ['names', 'name'],
  ['path', 'name'],
]);

/** Replaces every name in a text, by the places where names are. `field` is the field or condition key whose value the text is. */
export function replaceNames(text: string, field: string, replace: ReplaceName): string {
  const named = replaceWhole(text, field.toLowerCase(), replace)
    .replace(PRINCIPAL_ARN, (_arn, head: string, kind: string, rest: string) => head + replaceRest(kind, rest, replace))
    .replace(USER_ID, (_id, head: string, session: string) => head + sessionName(session, replace));
  return named.replace(
    MAIL,
    (_mail, person: string, domain: string, end: string) =>
      `${replace('mail', person)}@${replace('mail', domain)}${end}`,
  );
}

function replaceWhole(text: string, field: string, replace: ReplaceName): string {
  const kind = FIELDS.get(field);
  if (kind !== undefined) {
    if (text.startsWith('arn:')) return text;
    const steps = text
      .split('/')
      .map((step) => (kind === 'session' ? sessionName(step, replace) : replaceStep(kind, step, replace)));
    return steps.join('/');
  }
  const colon = text.indexOf(':');
  const isForeign = field === 'aws:userid' && colon >= 0 && !/^A[A-Z]{3}[A-Z0-9]/.test(text);
  return isForeign ? `${text.slice(0, colon + 1)}${sessionName(text.slice(colon + 1), replace)}` : text;
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

/** Replaces a part of a name or path. E-mail addresses are found anywhere in it. */
function replaceStep(kind: NameKind, step: string, replace: ReplaceName): string {
  return step === '' || isMail(step) ? step : replace(kind, step);
}

function sessionName(name: string, replace: ReplaceName): string {
  return replaceStep('session', name, replace);
}

function isMail(text: string): boolean {
  return text.includes('@') && text.replace(MAIL, '') === '';
}
