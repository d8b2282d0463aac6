const KINDS = ['deploy', 'lookup', 'file-publishing', 'image-publishing', 'cfn-exec'] as const;

/** A role that `cdk bootstrap` creates, by its name. */
export interface CdkRole {
  readonly qualifier: string;
  readonly kind: (typeof KINDS)[number];
  readonly account: string;
  readonly region: string;
}

/** The qualifier of a bootstrap that was given none. */
const DEFAULT_QUALIFIER = 'hnb659fds';

/** Stands in a command for the ARNs of the managed policies that the role has with which CloudFormation deploys, where they are not known. */
export const EXECUTION_POLICIES = 'EXECUTION_POLICY_ARNS';

/** The name of the role of another kind in the same bootstrap. */
export function cdkRoleName({ qualifier, account, region }: CdkRole, kind: CdkRole['kind']): string {
  return `cdk-${qualifier}-${kind}-role-${account}-${region}`;
}

/** `cdk bootstrap` for the environment and qualifier of the role. What is not given stays as it was. */
export function bootstrapCommand(
  { qualifier, account, region }: CdkRole,
  ...options: readonly string[]
): readonly string[] {
  const own = qualifier === DEFAULT_QUALIFIER ? [] : ['--qualifier', qualifier];
  return ['cdk', 'bootstrap', `aws://${account}/${region}`, ...own, ...options];
}

/**
 * What the name of a bootstrap role says: `cdk-<qualifier>-<kind>-role-<account>-<region>`; undefined for any other name.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export function cdkRoleOf(name: string): CdkRole | undefined {
  if (!name.startsWith('cdk-')) return undefined;
  const [, qualifier, end, account, region] =
    /^cdk-([a-z0-9]{1,32})-([a-z-]+)-role-(\d{12})-([a-z0-9-]{5,32})$/.exec(name) ?? [];
  const kind = KINDS.find((one) => one === end);
  if (qualifier === undefined || kind === undefined || account === undefined || region === undefined) return undefined;
  return { qualifier, kind, account, region };
}
