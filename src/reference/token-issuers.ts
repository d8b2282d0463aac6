/** What an issuer of web identity tokens puts into them, as AWS's roles are usually set up for it. */
export interface TokenIssuer {
  readonly id: 'github' | 'gitlab' | 'eks' | 'terraform' | 'cognito';
  readonly name: string;
  /** Host and path of the issuer, as IAM's provider has it. */
  readonly host: string;
  /** The usual audience. */
  readonly audience: string;
  /** The forms of the subject. Empty where the role is usually not bound to one. */
  readonly subjects: readonly string[];
  /** Where the token of a running job is. */
  readonly tokenAt: string;
}

/**
 * Words in capitals are tokens of their own.
 * https://docs.github.com/actions/reference/security/oidc
 * https://docs.gitlab.com/ci/secrets/id_token_authentication/
 * https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 * https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens
 * https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export const TOKEN_ISSUERS: readonly TokenIssuer[] = [
  {
    id: 'github',
    name: 'GitHub Actions',
    host: 'token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subjects: [
      'repo:ORG/REPO:ref:refs/heads/BRANCH',
      'repo:ORG/REPO:environment:ENVIRONMENT',
      'repo:ORG/REPO:pull_request',
    ],
    tokenAt: 'a step of the job gets it from ACTIONS_ID_TOKEN_REQUEST_URL with ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  },
  {
    id: 'eks',
    name: 'EKS service accounts',
    host: 'oidc.eks.REGION.amazonaws.com/id/CLUSTER_ID',
    audience: 'sts.amazonaws.com',
    subjects: ['system:serviceaccount:NAMESPACE:SERVICE_ACCOUNT'],
    tokenAt: 'the pod has it in the file that AWS_WEB_IDENTITY_TOKEN_FILE names',
  },
  {
    id: 'gitlab',
    name: 'GitLab CI/CD',
    host: 'gitlab.com',
    audience: 'AUDIENCE',
    subjects: ['project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH'],
    tokenAt: 'the job has it in the variable that id_tokens: names',
  },
  {
    id: 'terraform',
    name: 'HCP Terraform',
    host: 'app.terraform.io',
    audience: 'aws.workload.identity',
    subjects: ['organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE'],
    tokenAt: 'the run has it in the file that AWS_WEB_IDENTITY_TOKEN_FILE or TFC_WORKLOAD_IDENTITY_TOKEN_PATH names',
  },
  {
    id: 'cognito',
    name: 'Amazon Cognito identity pools',
    host: 'cognito-identity.amazonaws.com',
    audience: 'IDENTITY_POOL_ID',
    subjects: [],
    tokenAt: 'the application gets it from GetOpenIdToken',
  },
];

/** What the words of an error message show of the tool that sent the token. */
const SIGNS: readonly (readonly [sign: RegExp, id: TokenIssuer['id']])[] = [
  // https://github.com/aws-actions/configure-aws-credentials
  [/Could not assume role with OIDC|token\.actions\.githubusercontent\.com|configure-aws-credentials/, 'github'],
  [/oidc\.eks\.|system:serviceaccount:|eks\.amazonaws\.com\/serviceaccount/, 'eks'],
  [/gitlab\.com|GITLAB_/, 'gitlab'],
  [/app\.terraform\.io|TFC_/, 'terraform'],
  [/cognito-identity|CognitoIdentity|identity pool configuration/, 'cognito'],
];

/** The issuer that a text shows; undefined where it shows none. */
export function issuerInText(text: string): TokenIssuer | undefined {
  const id = SIGNS.find(([sign]) => sign.test(text))?.[1];
  return TOKEN_ISSUERS.find((issuer) => issuer.id === id);
}

/** The issuer with this host; of EKS, with any cluster. */
export function issuerOfHost(host: string): TokenIssuer | undefined {
  if (/^oidc\.eks\./.test(host)) return TOKEN_ISSUERS.find(({ id }) => id === 'eks');
  return TOKEN_ISSUERS.find((issuer) => issuer.host === host);
}
