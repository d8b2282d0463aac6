import type { Requirement } from '../../model/requirement.ts';

/** What the page of a service says of some of its actions, and no statement says. */
interface ServiceRule {
  readonly actions: RegExp;
  /** Where it is said: the caller's own policies (the usual), or the policy of the resource. */
  readonly at?: 'resource';
  readonly words: string | ((request: Requirement['request']) => string);
}

/** Each row has AWS's page before it. */
const RULES: readonly ServiceRule[] = [
  {
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
    actions: /^kafka-cluster:\w*(?:Topic\w*|Data)$/i,
    words:
      'A client of Amazon MSK also needs kafka-cluster:Connect on the cluster; to send kafka-cluster:WriteData on the topic (kafka-cluster:CreateTopic where it does not exist yet), to read kafka-cluster:ReadData on the topic, and kafka-cluster:AlterGroup and kafka-cluster:DescribeGroup on its group. ACLs of Kafka do not matter to a client that signs in with IAM.',
  },
  {
    // https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
    actions: /^kafka-cluster:\w*Group$/i,
    words:
      'A consumer of Amazon MSK needs kafka-cluster:AlterGroup and kafka-cluster:DescribeGroup on its group, kafka-cluster:DescribeTopic and kafka-cluster:ReadData on the topic, and kafka-cluster:Connect on the cluster.',
  },
  {
    // https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
    actions: /^elasticfilesystem:Client/i,
    words:
      'Writing needs elasticfilesystem:ClientWrite as well, and access as root elasticfilesystem:ClientRootAccess. Where there is no file system policy, EFS lets in every client that reaches a mount target: so look at that policy first. It may ask for an access point (elasticfilesystem:AccessPointArn), TLS (aws:SecureTransport) or a mount target (elasticfilesystem:AccessedViaMountTarget): mount with the options tls, iam and accesspoint then.',
  },
  {
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
    actions: /^backup:CopyIntoBackupVault$/i,
    at: 'resource',
    words:
      'It is the vault that the copy goes to, and the owner of its account who changes the policy: name the account that copies (arn:aws:iam::ACCOUNT:root). Both accounts must be in one organization whose management account has turned on cross-account backup (aws backup describe-global-settings).',
  },
  {
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
    actions:
      /^sso:(?:(?:Create|Delete)AccountAssignment|(?:Update|Delete|Provision)PermissionSet|(?:Put|Attach|Detach|Delete)\w+PermissionSet)$/i,
    words:
      'From the account of a delegated administrator, IAM Identity Center refuses assignments in the management account and changes of permission sets that are provisioned there, whatever the policies allow: make the call in the management account then.',
  },
  {
    // https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html, https://docs.aws.amazon.com/codebuild/latest/userguide/connections-github-app.html
    actions: /^code(?:star-)?connections:\w*Connection/i,
    words:
      'CodeBuild needs GetConnection, GetConnectionToken and UseConnection on it. Connections have two prefixes, codestar-connections and codeconnections: name the actions and the ARN under both.',
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
    actions: /^iam:CreateServiceLinkedRole$/i,
    words: ({ resource }) =>
      `The role is made once for each account: if an administrator does that (aws iam create-service-linked-role --aws-service-name ${/role\/aws-service-role\/([a-z0-9.-]{5,100})\//.exec(resource ?? '')?.[1] ?? 'SERVICE_HOST'}), the caller does not need this permission.`,
  },
  {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
    actions: /^ec2:RequestSpotInstances$/i,
    words:
      'The first Spot request of an account also needs iam:CreateServiceLinkedRole for spot.amazonaws.com, unless an administrator has made that role (aws iam create-service-linked-role --aws-service-name spot.amazonaws.com).',
  },
];

/** What the service asks for besides; empty where no row is about the requirement. */
export function serviceRules({ id, need, request }: Requirement): readonly string[] {
  if (need !== 'allow') return [];
  return RULES.filter(({ actions, at = 'identity' }) => id === at && actions.test(request.action)).map(({ words }) =>
    typeof words === 'string' ? words : words(request),
  );
}
