import type { Cause, Diagnosis, Fix } from '../../model/diagnosis.ts';
import type { PolicyStatement } from '../../model/requirement.ts';
import { ownerWords } from './who.ts';

/** A change that somebody else has to make, with the cause it is for. */
export interface AskedChange {
  readonly cause: Cause;
  readonly fix: Fix;
  /** Statements of which one is missing, where the fix has no document of its own; empty where it has, or where none is known. */
  readonly oneOf: readonly PolicyStatement[];
}

/** What one administrator needs to know and to do; it can be sent on without the rest of the report. */
export interface AdminMessage {
  /** `the owner of prod-deploy in 444455556666` */
  readonly to: string;
  readonly changes: readonly AskedChange[];
}

/** Who was denied what, and by which id AWS's own record of it is found: a label and a value each. */
export function deniedRows({ denial, request }: Diagnosis): readonly (readonly [label: string, value: string])[] {
  const rows = [
    ['Denied', request.action ?? denial?.action ?? denial?.operation ?? null],
    ['Caller', request.principal?.arn ?? denial?.caller ?? denial?.callerName ?? null],
    ['Resource', request.resource ?? denial?.resource ?? null],
    ['Request ID', denial?.requestId ?? null],
  ] as const;
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** What stands before the statements of a change; empty where there are none. */
export function statementsWords({ oneOf }: AskedChange): string {
  if (oneOf.length === 0) return '';
  return oneOf.length === 1 ? 'This statement would do:' : 'One of these statements would do:';
}

/** One message for everybody who has to change something, in the order of the causes. Your own changes, and AWS's, are in none. */
export function messagesOf({ causes, request, requirements }: Diagnosis): readonly AdminMessage[] {
  const byAddressee = new Map<string, AskedChange[]>();
  for (const cause of causes) {
    const { fix, layer } = cause;
    if (fix === null || !isAskedOfOthers(fix)) continue;
    const { resource, accounts } = request;
    const to = ownerWords(fix.who, { account: fix.account, resource, layer, accounts });
    const ways = requirements.flatMap((one) => (one.need === 'allow' && one.id === layer ? one.ways : []));
    const oneOf = cause.blocker === 'named-by-aws' && fix.documents.length === 0 ? ways : [];
    const change = { cause, fix, oneOf: oneOf.flatMap(({ statements }) => statements) };
    byAddressee.set(to, [...(byAddressee.get(to) ?? []), change]);
  }
  return [...byAddressee].map(([to, changes]) => ({ to, changes }));
}

/** True for a change that is in a message, with its documents and commands. */
export function isAskedOfOthers({ who }: Fix): boolean {
  return who !== 'you' && who !== 'aws';
}
