/** Causes that stand under one heading. */
export interface CauseGroup {
  /** How the ids of the group begin, before the dot. */
  readonly prefix: string;
  readonly title: string;
}

/** The groups in the order of a list: first what fails before a policy is evaluated, then the layers. */
const GROUPS: readonly CauseGroup[] = [
  { prefix: 'credentials', title: 'Credentials' },
  { prefix: 'caller', title: 'Caller' },
  { prefix: 'identity', title: 'Identity policies' },
  { prefix: 'boundary', title: 'Permissions boundaries' },
  { prefix: 'session', title: 'Session policies' },
  { prefix: 'scp', title: 'Service control policies (SCPs)' },
  { prefix: 'rcp', title: 'Resource control policies (RCPs)' },
  { prefix: 'trust', title: 'Trust policies' },
  { prefix: 'web-identity', title: 'Web identity (OIDC)' },
  { prefix: 'saml', title: 'SAML' },
  { prefix: 'passrole', title: 'Passing a role (iam:PassRole)' },
  { prefix: 'resource', title: 'Resource policies' },
  { prefix: 'endpoint', title: 'VPC endpoint policies' },
];

/** Causes by group, in alphabetical order within each; groups without a cause are left out. */
export function groupCauses<T extends { readonly id: string }>(
  causes: readonly T[],
): readonly { readonly group: CauseGroup; readonly causes: readonly T[] }[] {
  const sorted = causes.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return GROUPS.map((group) => ({
    group,
    causes: sorted.filter(({ id }) => id.startsWith(`${group.prefix}.`)),
  })).filter((one) => one.causes.length > 0);
}
