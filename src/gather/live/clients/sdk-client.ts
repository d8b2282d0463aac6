import { fieldsOf } from '../../ask/fields.ts';
import type { SdkService } from '../../calls/api-types.ts';
import { isCallTo } from '../../calls/find-call.ts';
import { refuseWrites, WriteAttempt } from '../refuse-writes.ts';
import type { ClientConfig, ServiceClient } from './service-client.ts';

/** Where in the SDK's middleware writes are refused: before anything else sees the command. */
const BEFORE_ALL = { step: 'initialize', priority: 'high', name: 'refuseWrites' } as const;

interface SdkClient {
  send(command: never, options: { readonly abortSignal: AbortSignal }): Promise<object>;
  readonly middlewareStack: {
    add(middleware: ReturnType<typeof refuseWrites>, options: typeof BEFORE_ALL): void;
  };
}

/** A package of the SDK: the class of its client, and all that it exports, among it a `GetRoleCommand` for each operation. */
interface Sdk {
  readonly Client: new (config: ReturnType<typeof sdkConfig>) => SdkClient;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Each package is loaded when it is first needed. The build keeps only the commands that are in the table of calls. */
const SDKS = {
  sts: async () => {
    const sdk = await import('@aws-sdk/client-sts');
    return { Client: sdk.STSClient, exports: sdk };
  },
  iam: async () => {
    const sdk = await import('@aws-sdk/client-iam');
    return { Client: sdk.IAMClient, exports: sdk };
  },
  organizations: async () => {
    const sdk = await import('@aws-sdk/client-organizations');
    return { Client: sdk.OrganizationsClient, exports: sdk };
  },
} as const satisfies Record<SdkService, () => Promise<Sdk>>;

/** A package of the SDK, loaded for one service of the table of calls. */
export interface LoadedSdk {
  readonly service: SdkService;
  readonly exports: Readonly<Record<string, unknown>>;
  /** The SDK's own client, made to refuse every operation that is not in the table of calls. */
  readonly readOnlyClient: (config: ClientConfig) => SdkClient;
}

/** Loads the package of the SDK that has a service. */
export async function loadSdk(service: SdkService): Promise<LoadedSdk> {
  const { Client, exports }: Sdk = await SDKS[service]();
  const readOnlyClient = (config: ClientConfig): SdkClient => {
    const client = new Client(sdkConfig(config));
    client.middlewareStack.add(refuseWrites(service), BEFORE_ALL);
    return client;
  };
  return { service, exports, readOnlyClient };
}

/** Calls a service with the SDK's client. */
export function sdkClient({ service, exports, readOnlyClient }: LoadedSdk, config: ClientConfig): ServiceClient {
  const client = readOnlyClient(config);
  return {
    async send(call, input, abortSignal) {
      const Command = exports[`${call.slice(call.indexOf(':') + 1)}Command`];
      if (!isCallTo(service, call) || !isCommand(Command)) throw new WriteAttempt(call);
      const command = new Command(input as never); // the SDK checks the input, and AWS does
      return fieldsOf(await client.send(command as never, { abortSignal })) ?? {}; // a command of this client's own package
    },
  };
}

/** How the SDK's clients are made. They do not retry: we do, so that retries end with the deadline. */
function sdkConfig({ credentials, region, shared, requestHandler }: ClientConfig) {
  return { ...shared, requestHandler, credentials, region, maxAttempts: 1, cacheMiddleware: true };
}

function isCommand(value: unknown): value is new (input: never) => object {
  return typeof value === 'function';
}
