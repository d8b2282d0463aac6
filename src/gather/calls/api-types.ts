import type * as iam from '@aws-sdk/client-iam';
import type * as organizations from '@aws-sdk/client-organizations';
import type * as sts from '@aws-sdk/client-sts';

/** The types of the SDK's packages. No code of them is loaded here, so that a run without AWS does not load the SDK. */
interface Sdk {
  readonly sts: typeof sts;
  readonly iam: typeof iam;
  readonly organizations: typeof organizations;
}

/** A service that is called with the SDK's own client. */
export type SdkService = keyof Sdk;

type OperationIn<Name> = Name extends `${infer Operation}Command` ? Operation : never;

/** Every operation that the SDK has for those services, by the name of its permission: `iam:GetRole`. */
export type SdkCall = { [S in SdkService]: `${S}:${OperationIn<keyof Sdk[S]>}` }[SdkService];

type CommandOf<Name> = Name extends `${infer S extends SdkService}:${infer Operation}`
  ? `${Operation}Command` extends infer Command extends keyof Sdk[S]
    ? Sdk[S][Command]
    : never
  : never;

type InstanceOf<Name> = CommandOf<Name> extends new (...args: never) => infer Instance ? Instance : never;

/** The input of an SDK operation, as the SDK declares it. */
export type SdkInput<Name> = InstanceOf<Name> extends { readonly input: infer Input } ? Input : never;

/** The answer to an SDK operation, as the SDK declares it. */
export type SdkOutput<Name> =
  InstanceOf<Name> extends { resolveMiddleware(...args: never): (...args: never) => Promise<{ output: infer Output }> }
    ? Omit<Output, '$metadata'>
    : never;
