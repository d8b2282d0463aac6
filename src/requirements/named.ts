import type { Placeholder } from '../model/requirement.ts';

/** A value of the request, or words with tokens in place of what the text does not give. */
export interface Named {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

/** A value that is known as it is. */
export function known(text: string): Named {
  return { text, placeholders: [] };
}

/** What a token of each name takes the place of. */
const TOKENS = {
  CALLER_ARN: ['ARN of the user or role that made the call', 'caller'],
  CALLER_ACCOUNT: ['account of the user or role that made the call', 'caller'],
  USER_NAME: ['name of the user that made the call', 'caller'],
  CALLER_ROLE_NAME: ['name of the role that made the call', 'caller'],
  ACCOUNT: ['12-digit id of the account that the resource is in', 'resource'],
  HIDDEN: ['part of the name that the error hides', 'resource'],
  ROLE_ARN: ['ARN of the role, with its path', 'resource'],
  ROLE_NAME: ['name of the role, without its path', 'resource'],
  RESOURCE_ARN: ['ARN of the resource', 'resource'],
  SOURCE_ACCOUNT: ['account for which the service acts: of the alarm, bucket, rule or agent behind the call', null],
  REGION: ['region that was called', 'resource'],
  ACTION: ['action that was denied, as service:Action', 'action'],
  SERVICE_HOST: ['service that gets the role, lambda.amazonaws.com for example', 'service'],
  PROFILE_NAME: ['name of the instance profile', null],
  OIDC_HOST: ['issuer of the token (its "iss" claim) without https://', null],
  AUDIENCE: ['audience of the token (its "aud" claim)', 'context'],
  SUBJECT: ['subject of the token (its "sub" claim)', 'context'],
  IDENTITY_POOL_ID: ['id of the Cognito identity pool', 'context'],
  SAML_PROVIDER: ['name of the SAML provider in IAM', null],
  KEY_ARN: ['ARN of the KMS key that encrypts it', null],
  TARGET: ['ARN of the certificate, or id of the Cognito identity', null],
  BUCKET_NAME: ['name of the bucket', 'resource'],
  LOG_GROUP_NAME: ['name of the log group', 'resource'],
  QUEUE_NAME: ['name of the queue', 'resource'],
  QUEUE_URL: ['URL of the queue', null],
  TOPIC_ARN: ['ARN of the topic', null],
  POLICY_ARN: ['ARN of each policy that the commands above list', null],
  GROUP_NAME: ['name of each group that the command above lists', null],
  POLICY_ID: ['id of each policy that the commands above list, p-…', null],
  INSTANCE_ARN: ['ARN of the IAM Identity Center instance', null],
  PERMISSION_SET_ARN: ['ARN of the permission set', null],
  CLUSTER_ID: ['id at the end of the cluster’s OIDC issuer URL', null],
  NAMESPACE: ['Kubernetes namespace of the pod', 'context'],
  SERVICE_ACCOUNT: ['Kubernetes service account of the pod', 'context'],
  ORG: ['owner of the repository', 'context'],
  REPO: ['repository', 'context'],
  BRANCH: ['branch of the job', 'context'],
  ENVIRONMENT: ['environment that the job names', 'context'],
  GROUP: ['group of the project', 'context'],
  PROJECT: ['project', 'context'],
  WORKSPACE: ['workspace', 'context'],
  PHASE: ['plan or apply', 'context'],
} as const satisfies Readonly<Record<string, readonly [what: string, fills: Placeholder['fills']]>>;

/** The name of a token that has a fixed meaning. */
export type TokenName = keyof typeof TOKENS;

/** Every fixed token. */
export const TOKEN_NAMES: readonly string[] = Object.keys(TOKENS);

/** A token in place of a value; `what` where something more exact than usual is known about it. */
export function token(name: TokenName, what: string = TOKENS[name][0]): Named {
  return { text: name, placeholders: [{ token: name, what, fills: TOKENS[name][1] }] };
}

/** A token for a name that only the documentation of the action has: `${InstanceId}` gives INSTANCE_ID. */
export function tokenOfVariable(variable: string, type: string): Named {
  const name = variable
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  const kind = type.replaceAll('-', ' ').toLowerCase();
  const words = name
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bid$/, 'ID')
    .replace(/\barn$/, 'ARN');
  return {
    text: name,
    placeholders: [{ token: name, what: words.includes(kind) ? words : `${words} of the ${kind}`, fills: 'resource' }],
  };
}

/** Words of our own with fixed tokens in them. */
export function tokensIn(words: string): Named {
  const found = [...(words.match(/[A-Z][A-Z0-9_]+/g) ?? [])].filter(isTokenName);
  return { text: words, placeholders: found.flatMap((name) => token(name).placeholders) };
}

function isTokenName(word: string): word is TokenName {
  return Object.hasOwn(TOKENS, word);
}

/** The words of a command of our own, in which every word in capitals is a token. */
export function commandWords(command: string): readonly Named[] {
  return command.split(' ').map((word) => {
    if (!/^[A-Z][A-Z0-9_]+$/.test(word)) return known(word);
    const what = word
      .toLowerCase()
      .replaceAll('_', ' ')
      .replace(/\barn$/, 'ARN')
      .replace(/\bid$/, 'ID');
    return { text: word, placeholders: [{ token: word, what, fills: null }] };
  });
}

/** Words with values and tokens in them. */
export function join(strings: TemplateStringsArray, ...values: readonly (Named | string)[]): Named {
  const named = values.map((value) => (typeof value === 'string' ? known(value) : value));
  return {
    text: strings.map((part, index) => `${part}${named[index]?.text ?? ''}`).join(''),
    placeholders: named.flatMap(({ placeholders }) => placeholders),
  };
}

/** Every placeholder of several values, each token once. */
export function placeholdersOf(values: readonly Named[]): readonly Placeholder[] {
  const byToken = new Map<string, Placeholder>();
  for (const placeholder of values.flatMap(({ placeholders }) => placeholders))
    if (!byToken.has(placeholder.token)) byToken.set(placeholder.token, placeholder);
  return [...byToken.values()];
}
