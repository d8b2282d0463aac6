import type { AccountPart, OrganizationPart, RecordedRead, SnapshotFile, UnreadableEntry } from './format.ts';

/** An object of the file that is being written. */
export type DraftFields = Record<string, unknown>;

/** What is recorded of one account. */
export class AccountDraft {
  readonly users = new Map<string, DraftFields>();
  readonly groups = new Map<string, DraftFields>();
  readonly roles = new Map<string, DraftFields>();
  readonly policies = new Map<string, DraftFields>();
  readonly resourcePolicies = new Map<string, unknown>();
  readonly oidcProviders = new Map<string, object>();
  readonly samlProviders = new Map<string, object>();
  readonly instanceProfiles = new Map<string, object>();
  organizationId: string | null | undefined;

  toPart(): AccountPart {
    const details = {
      UserDetailList: [...this.users.values()],
      GroupDetailList: [...this.groups.values()],
      RoleDetailList: [...this.roles.values()],
      Policies: [...this.policies.values()],
    };
    return {
      ...(Object.values(details).every((list) => list.length === 0) ? {} : { authorizationDetails: details }),
      ...(this.organizationId === undefined ? {} : { organizationId: this.organizationId }),
      ...object('resourcePolicies', this.resourcePolicies),
      ...object('oidcProviders', this.oidcProviders),
      ...object('samlProviders', this.samlProviders),
      ...object('instanceProfiles', this.instanceProfiles),
    };
  }
}

/** What is recorded of one organization. */
export class OrganizationDraft {
  managementAccountId: string | undefined;
  featureSet: OrganizationPart['featureSet'];
  enabledPolicyTypes: readonly string[] | undefined;
  readonly parents = new Map<string, string>();
  readonly names = new Map<string, string>();
  readonly policies = new Map<string, DraftFields>();
  readonly attachments = new Map<string, Set<string>>();

  toPart(): OrganizationPart {
    const attachments = new Map([...this.attachments].map(([target, ids]) => [target, [...ids]]));
    return {
      ...(this.managementAccountId === undefined ? {} : { managementAccountId: this.managementAccountId }),
      ...(this.featureSet === undefined ? {} : { featureSet: this.featureSet }),
      ...(this.enabledPolicyTypes === undefined ? {} : { enabledPolicyTypes: this.enabledPolicyTypes }),
      ...object('parents', this.parents),
      ...object('names', this.names),
      ...object('policies', this.policies),
      ...object('attachments', attachments),
    };
  }
}

/** A snapshot file that is being written. */
export class SnapshotDraft {
  readonly accounts = new Map<string, AccountDraft>();
  readonly organizations = new Map<string, OrganizationDraft>();
  readonly decodedMessages = new Map<string, unknown>();
  readonly absent = new Set<string>();
  readonly unreadable: UnreadableEntry[] = [];
  readonly reads: RecordedRead[] = [];

  account(id: string): AccountDraft {
    return ofMap(this.accounts, id, () => new AccountDraft());
  }

  organization(id: string): OrganizationDraft {
    return ofMap(this.organizations, id, () => new OrganizationDraft());
  }

  toFile(): SnapshotFile {
    return {
      denytrace: 'snapshot/1',
      scope: 'request',
      accounts: Object.fromEntries([...this.accounts].map(([id, draft]) => [id, draft.toPart()])),
      organizations: Object.fromEntries([...this.organizations].map(([id, draft]) => [id, draft.toPart()])),
      decodedMessages: Object.fromEntries(this.decodedMessages),
      absent: [...this.absent],
      unreadable: this.unreadable,
      reads: this.reads,
    };
  }
}

/** The value of a key. If there is none, `make` makes one, which is kept. */
export function ofMap<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function object<T, K extends string>(name: K, map: ReadonlyMap<string, T>): { readonly [N in K]?: Record<string, T> } {
  if (map.size === 0) return {};
  return { [name]: Object.fromEntries(map) } as { [N in K]: Record<string, T> }; // a computed key widens to string
}
