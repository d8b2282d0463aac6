/** A statement of a policy, as JSON. */
export type ExampleStatement = Readonly<Record<string, unknown>>;

/** What a request has, by condition key. */
export type ExampleContext = Readonly<Record<string, string | readonly string[]>>;

/** Who calls: an ARN, a service or an identity provider. */
export type ExamplePrincipal = string | { readonly service: string } | { readonly federated: string };

/** The part of a policy that decides; a whole document where its Version matters. */
export type ExamplePolicy = ExampleStatement | readonly ExampleStatement[];

/** A request that a policy denies, and what lets it through: a change of the policy, or of what the call sends. */
export interface Example {
  readonly principal: ExamplePrincipal;
  readonly action: string;
  readonly resource: string;
  readonly context: ExampleContext;
  readonly before: ExamplePolicy;
  /** The changed policy; null where the request changes. */
  readonly after: ExamplePolicy | null;
  /** What the request has then, where the policy stays as it is. */
  readonly send: ExampleContext | null;
}

/** An example without what most have in common. */
export type ExampleParts = Partial<Example> & Pick<Example, 'action' | 'resource' | 'before'>;

/** The caller of an example unless it is about the caller. */
const APP_ROLE = 'arn:aws:iam::111122223333:role/app';

/** Fills in what was left out. */
export function exampleFrom(parts: ExampleParts): Example {
  return { principal: APP_ROLE, context: {}, after: null, send: null, ...parts };
}

/** A statement that allows. Elements that are undefined are left out. */
export function allow(Action: unknown, Resource?: unknown, Condition?: object): ExampleStatement {
  return statement('Allow', undefined, Action, Resource, Condition);
}

/** A statement that denies. */
export function deny(Action: unknown, Resource?: unknown, Condition?: object): ExampleStatement {
  return statement('Deny', undefined, Action, Resource, Condition);
}

/** A statement of a trust or resource policy that allows. */
export function trust(Principal: unknown, Action: unknown, Condition?: object): ExampleStatement {
  return statement('Allow', Principal, Action, undefined, Condition);
}

/** A statement with a Principal behind its Effect. */
export function withPrincipal({ Effect, ...rest }: ExampleStatement, Principal: unknown): ExampleStatement {
  return { Effect, Principal, ...rest };
}

function statement(
  Effect: 'Allow' | 'Deny',
  Principal: unknown,
  Action: unknown,
  Resource: unknown,
  Condition: unknown,
): ExampleStatement {
  const elements = { Effect, Principal, Action, Resource, Condition };
  return Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== undefined));
}
