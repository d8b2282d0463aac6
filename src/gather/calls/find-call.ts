import type { ReadCall } from '../../model/read.ts';
import type { SdkInput, SdkOutput, SdkService } from './api-types.ts';
import type { CallEntry, RestCallEntry, SubjectKind } from './call-entry.ts';
import { CALLS, type CallName, type REST_SERVICES, type SERVICES } from './table.ts';

/** The name of a service in the table of calls. */
export type ServiceName = keyof typeof SERVICES;

/** The name of a service that is called through its REST API. */
export type RestServiceName = keyof typeof REST_SERVICES;

/** The service that a call is made to: `iam:GetRole` to `iam`, unless its entry names another one. */
export function serviceOf(name: CallName): ServiceName {
  const entry: CallEntry | RestCallEntry<RestServiceName> = CALLS[name];
  return 'service' in entry ? entry.service : (name.slice(0, name.indexOf(':')) as SdkService); // an SDK call begins with its service
}

type Entry<Name extends CallName> = (typeof CALLS)[Name];

/** The inputs that a path contains: `authorizationId` for `/authorization-details/{authorizationId}`. */
type PathInput<Path> = Path extends `${string}{${infer Field}}${infer Rest}` ? Field | PathInput<Rest> : never;

/** The input of a call, without paging tokens. */
export type InputOf<Name extends CallName> = Name extends CallName
  ? Entry<Name> extends RestCallEntry
    ? { readonly [Field in PathInput<Entry<Name>['get']['path']>]: string } & {
        readonly [Field in Entry<Name>['get']['query'][number]]?: string;
      }
    : SdkInput<Name>
  : never;

/** The answer to a call, with the fields that its API declares. Their values are unchecked. */
export type AnswerOf<Name extends CallName> = Name extends CallName
  ? Entry<Name> extends RestCallEntry
    ? Readonly<Record<string, unknown>>
    : { readonly [Field in keyof SdkOutput<Name>]?: unknown }
  : never;

/** The entry of a call in the table; undefined for one that is not in it. */
export function findCall(name: string): CallEntry | RestCallEntry | undefined {
  return Object.hasOwn(CALLS, name) ? CALLS[name as CallName] : undefined; // hasOwn just proved it
}

/** A call that is in the table. */
export interface KnownCall extends ReadCall {
  readonly call: CallName;
}

/** True for a call that is in the table. No other call is ever made. */
export function isKnownCall(call: ReadCall): call is KnownCall {
  return Object.hasOwn(CALLS, call.call);
}

/** True for a call of the table that is made to this service. */
export function isCallTo(service: ServiceName, name: string): name is CallName {
  return Object.hasOwn(CALLS, name) && serviceOf(name as CallName) === service; // hasOwn just proved it
}

/** "iam:GetRole prod-deploy", to show what is being read. */
export function describeCall(call: ReadCall): string {
  const name = nameIn(call);
  return name === null ? call.call : `${call.call} ${name}`;
}

/** Kinds that a call names by name, and whose ARN can be made from it. */
const NAMED: ReadonlySet<SubjectKind> = new Set(['role', 'user', 'group', 'instance-profile']);

/**
 * What a call is about, as evidence names it: by ARN where one can be made, else by id. The account if the call is about nothing in
 * particular.
 */
export function subjectName(call: ReadCall): string {
  const name = nameIn(call);
  const kind = findCall(call.call)?.about?.kind;
  if (name === null) return call.account ?? 'the current credentials';
  return kind !== undefined && NAMED.has(kind)
    ? `arn:${call.partition ?? 'aws'}:iam::${call.account ?? ''}:${kind}/${name}`
    : name;
}

/** The name, id or ARN of what a call is about. An encoded message is left out: it is too long to show, and names nothing. */
function nameIn({ call, input }: ReadCall): string | null {
  const about = findCall(call)?.about;
  const value = about === undefined || about.kind === 'message' ? undefined : input[about.name];
  return typeof value === 'string' ? value : null;
}
