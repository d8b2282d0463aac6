import { parseArn } from './arn.ts';

/** Kinds of caller, as the diagnosis prints them. */
export type PrincipalType =
  | 'user'
  | 'role'
  | 'session'
  | 'federated-user'
  | 'root'
  | 'service'
  | 'federated'
  | 'anonymous';

/** A caller. Sessions and roles carry the role's name; the path of a session's role is not in its ARN. */
export interface Principal {
  readonly type: PrincipalType;
  /** Null for service, federated and anonymous callers. */
  readonly arn: string | null;
  readonly account: string | null;
  readonly partition: string;
  /** User name, role name, federated user name, service host or provider; empty for root and anonymous. */
  readonly name: string;
  /** With slashes at both ends; null where the ARN does not show it (sessions). */
  readonly path: string | null;
  readonly sessionName: string | null;
}

/** Reads the ARN of an IAM or STS principal; undefined for anything else (masked and cut ARNs too). */
export function parsePrincipal(text: string): Principal | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !/^\d{12}$/.test(arn.account)) return undefined;
  const base = { arn: text, account: arn.account, partition: arn.partition, path: null, sessionName: null };
  if (arn.resource === 'root') return { ...base, type: 'root', name: '' };
  const slash = arn.resource.indexOf('/');
  const kind = arn.resource.slice(0, slash);
  const rest = arn.resource.slice(slash + 1);
  if (slash < 0 || rest === '') return undefined;
  if (arn.service === 'iam' && (kind === 'user' || kind === 'role')) {
    const last = rest.lastIndexOf('/');
    return { ...base, type: kind, name: rest.slice(last + 1), path: `/${rest.slice(0, last + 1)}` };
  }
  if (arn.service !== 'sts') return undefined;
  if (kind === 'federated-user') return { ...base, type: 'federated-user', name: rest };
  if (kind !== 'assumed-role') return undefined;
  const [name = '', ...session] = rest.split('/');
  return { ...base, type: 'session', name, sessionName: session.length > 0 ? session.join('/') : null };
}
