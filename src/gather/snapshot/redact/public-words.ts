/** What AWS and tools put into names and ARNs themselves, in lower case. It shows nothing about the account, and rules read it. */
const WORDS = new Set(
  [
    // Ids of EC2, which begin with their kind.
    'acl ami eipalloc eni i igw lt nat pcx pl rtb sg snap subnet tgw vol vpc vpce',
    // Names that AWS's tools give. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
    'cdk hnb659fds cfn exec deploy lookup file image publishing role',
    'eks eksctl ecs karpenter node nodes nodegroup noderole nodeinstancerole instance group worker',
    'task taskrole execution executionrole ecstaskexecutionrole taskexecutionrole awsreservedsso awssso',
    // Names of sessions that SDKs and services make up.
    'aws awscli awscodebuild boto botocore default sdk session js java go php v2',
    // Subjects of tokens. https://docs.github.com/actions/reference/security/oidc
    'repo ref refs heads tags environment pull request pull_request system serviceaccount project path project_path type',
    'ref_type branch organization workspace run_phase run phase plan apply main master sub oidc id sts com',
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    'user policy mfa root merge main',
  ].flatMap((line) => line.split(' ')),
);

/** Issuers of tokens that serve everybody. */
const ISSUERS = new Set([
  'token.actions.githubusercontent.com',
  'github.com',
  'gitlab.com',
  'app.terraform.io',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
  'agent.buildkite.com',
  'api.bitbucket.org',
  'oidc.circleci.com',
]);

/** Parts of ARNs that say what kind of thing comes next, where they are not the first part. */
const ARN_WORDS = new Set(
  'index stream log-stream backup export snapshot app net gwy alias label job run execution object version id'.split(
    ' ',
  ),
);

/** True for a piece of a name that is a public word. */
export function isPublicWord(piece: string): boolean {
  return WORDS.has(piece.toLowerCase());
}

/** True for a part of an ARN, between slashes or colons, that names a kind. */
export function isArnWord(part: string): boolean {
  return ARN_WORDS.has(part);
}

/** True for a host of AWS's, or of an issuer of tokens that serves everybody. */
export function isPublicHost(host: string): boolean {
  return ISSUERS.has(host) || isAwsHost(host);
}

/** True for a host of AWS's, in whose name may be a bucket or an endpoint of the user's. */
export function isAwsHost(host: string): boolean {
  return /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|api\.aws|aws\.amazon\.com|aws\.dev|on\.aws)$/.test(host);
}
