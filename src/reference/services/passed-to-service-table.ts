import { readFactFile } from '../fact-files.ts';

/** One reviewed answer: these operations, for these members of their input (null: for every one), pass a role to this service. */
export interface PassedToServiceRow {
  /** Null: the service does not send iam:PassedToService. */
  readonly host: string | null;
  /** In lower case. */
  readonly operations: ReadonlySet<string>;
  readonly members: readonly string[] | null;
  /** True where AWS's page shows the value without saying that it is always this one. */
  readonly likely: boolean;
  /** AWS's page that shows it. */
  readonly page: string;
}

/** A row as the file has it. */
interface FileRow {
  readonly host: string | null;
  readonly operations: readonly string[];
  readonly members: readonly string[] | null;
  /** What shows it: a guide, a policy that AWS manages, or something weaker. */
  readonly basis: 'guide' | 'managed-policy' | 'likely';
  readonly page: string;
}

let table: readonly PassedToServiceRow[] | undefined;

/**
 * The reviewed table behind iam:PassedToService. Read on first use: only a denied iam:PassRole asks for it. Empty where the
 * facts are not installed, which answers nothing and claims nothing.
 */
export function passedToServiceTable(): readonly PassedToServiceRow[] {
  table ??= ((readFactFile('passed-to-service') ?? []) as readonly FileRow[]).map(openRow); // written by build/service-facts.js
  return table;
}

function openRow({ host, operations, members, basis, page }: FileRow): PassedToServiceRow {
  const names = new Set(operations.map((operation) => operation.toLowerCase()));
  return { host, operations: names, members, likely: basis === 'likely', page };
}
