import { PROJECT_ROLE } from '../../../reference/services/service-roles.ts';
import { named } from '../../grammar/principal.ts';
import { matchAt } from '../../grammar/search.ts';
import { arnAfter } from '../found-values.ts';
import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** What shows that a client of Kafka signs in with IAM: its mechanism, or a class of AWS's library. Other clusters have ACLs of their own. */
const SIGNS_IN_WITH_IAM =
  /aws[_-]msk[_-]iam|(?:mechanism|saslmethod)["']?[=:]["']?aws[_-]iam|msk\.auth\.iam|iamloginmodule|kafka-serverless\.|iam[-_]sasl[-_]signer/;
const AROUND = 2_500;

/** Codes that are beside each other in a table of Kafka's errors, and how far apart they are. */
const KINDS_OF_CODES = [
  /topic_?authorization_?failed/,
  /group_?authorization_?failed/,
  /cluster_?authorization_?failed/,
];
const LIST = 300;

/** The kinds of things in Kafka with the action that any use of one needs. https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html */
const KAFKA: readonly (readonly [begins: string, needle: string, action: string])[] = [
  ['notauthorizedtoaccessthistopic', 'access this topic', 'kafka-cluster:DescribeTopic'],
  ['notauthorizedtoaccesstopics:', 's topics:', 'kafka-cluster:DescribeTopic'],
  ['topicauthorizationfailed', 'opic authorization failed', 'kafka-cluster:DescribeTopic'],
  ['notauthorizedtoaccessthisgroup', 'access this group', 'kafka-cluster:DescribeGroup'],
  ['notauthorizedtoaccessgroup:', 'access group:', 'kafka-cluster:DescribeGroup'],
  ['groupauthorizationfailed', 'roup authorization failed', 'kafka-cluster:DescribeGroup'],
];

/** The line in which the mount helper of EFS says with which role it signs in; it says so only where a file system is mounted with IAM. */
const MOUNTED_WITH = 'credentialssourceusedforiamauthentication:';

/**
 * Denials in the words of something else than AWS's API: Kafka and NFS, beside what shows that IAM decided it, and the provider of a
 * connection to a repository.
 */
export const dataPlane: PhraseShape = phraseShape('data-plane', [
  ...KAFKA.map(
    ([begins, needle, action]) =>
      ({
        begins,
        needles: [needle],
        claim: 'denied',
        when: (found: PhraseMatch) => signsInWithIam(found) && !isListOfCodes(found),
        says: (_: unknown, found: PhraseMatch) => fields({ action, resource: nameAfter(found) }),
      }) as const,
  ),
  {
    // https://docs.aws.amazon.com/efs/latest/ug/mounting-IAM-option.html
    begins: 'mount.nfs4:accessdeniedbyserver',
    needles: ['access denied by server'],
    claim: 'denied',
    when: (found) => beforeMount(found) >= 0,
    says: (_, found) =>
      fields({
        action: 'elasticfilesystem:ClientMount',
        ...named(roleOfMount(found) ?? ''),
        resource: fileSystem(found),
      }),
  },
  {
    // https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateWebhook.html#API_CreateWebhook_Errors
    begins: 'userisnotauthorizedtoaccessconnection',
    rest: /(?=arn:)/y,
    needles: ['authorized to access connection'],
    claim: 'denied',
    says: (_, found) =>
      fields({
        action: /:codeconnections:/.test(arnAfter(found) ?? '')
          ? 'codeconnections:UseConnection'
          : 'codestar-connections:UseConnection',
        resource: arnAfter(found),
        callerName: PROJECT_ROLE,
      }),
  },
]);

function signsInWithIam({ dense, from, to }: PhraseMatch): boolean {
  return SIGNS_IN_WITH_IAM.test(dense.lower.slice(Math.max(0, from - AROUND), to + AROUND));
}

/** True in a table of Kafka's errors: they come one after another, and that of the cluster is one of them. */
function isListOfCodes({ dense, from, to }: PhraseMatch): boolean {
  const around = dense.lower.slice(Math.max(0, from - LIST), to + LIST);
  return KINDS_OF_CODES.every((kind) => kind.test(around));
}

/** `[orders]`, `my-group`: the topic or group that the client names. */
function nameAfter({ dense, to }: PhraseMatch): string | undefined {
  const name = matchAt(/:?\[?([\w.-]{1,249})\]?/y, dense.text.slice(0, dense.nextSpacing(to + 1)), to)?.[1];
  return dense.text[to - 1] === ':' ? name : undefined;
}

function beforeMount({ dense, from }: PhraseMatch): number {
  return dense.lower.slice(Math.max(0, from - AROUND), from).lastIndexOf(MOUNTED_WITH);
}

/** `webidentity:arn:aws:iam::…:role/NAME,/var/run/…`: the role of the service account that mounts it. */
function roleOfMount(found: PhraseMatch): string | undefined {
  const { dense, from } = found;
  const text = dense.text.slice(Math.max(0, from - AROUND), from).slice(beforeMount(found));
  return /webidentity:(arn:[^,'"]{10,300})/.exec(text)?.[1];
}

/** `fs-0123456789abcdef0`, where the text has it. */
function fileSystem({ dense, from, to }: PhraseMatch): string | undefined {
  return (
    /\bfs-[0-9a-f]{8,40}/.exec(dense.text.slice(to, to + 200))?.[0] ??
    /\bfs-[0-9a-f]{8,40}/.exec(dense.text.slice(Math.max(0, from - AROUND), from))?.[0]
  );
}
