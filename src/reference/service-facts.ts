import { factFolder, readFactFile, readFactText } from './fact-files.ts';

/** A kind of resource that an action works on. `arn` is a pattern with `${Partition}`, `${Region}`, `${Account}` and names. */
export interface ActionResource {
  readonly name: string;
  readonly arn: string;
  readonly required: boolean;
  /**
   * Of a service that decides a call for each of its resources: the keys that the action has for this one, its own left out. Null for
   * any other service, and where nothing is listed.
   */
  readonly conditionKeys: readonly string[] | null;
  /** Keys that come with this kind of resource, whatever the action: they say what it is like. */
  readonly ownKeys: readonly string[];
}

/** What AWS documents about one action. */
export interface ActionFacts {
  /** `s3:GetObject`, in AWS's spelling. */
  readonly name: string;
  readonly resourceTypes: readonly ActionResource[];
  /** Keys that the action supports, its resource types' keys included; `aws:RequestTag/${TagKey}` stands for any tag key. */
  readonly conditionKeys: readonly string[];
  /** The keys in AWS's row of the action itself, without those that only come with one of its resource types. */
  readonly rowKeys: readonly string[];
  /** No resource-level permissions: only `"Resource": "*"` grants or denies it. */
  readonly wildcardOnly: boolean;
}

/** What AWS documents about one service. */
export interface ServiceFacts {
  readonly prefix: string;
  readonly name: string;
  /** In AWS's spelling, without the prefix. */
  readonly actionNames: readonly string[];
  /** An action by its name without the prefix, in any case. */
  readonly action: (name: string) => ActionFacts | undefined;
  /** Condition keys with their value types (`String`, `ArrayOfString`, `ARN`, `Bool`, `Numeric`, `Date`, `IPAddress`), by lower-case key. */
  readonly conditionKeys: ReadonlyMap<string, { readonly key: string; readonly type: string }>;
}

/** An action that we do not know may still exist: the facts are as old as the release. */
export type ActionLookup =
  | { readonly status: 'known'; readonly facts: ActionFacts }
  | { readonly status: 'unknown-action'; readonly service: ServiceFacts }
  | { readonly status: 'unknown-service' }
  | { readonly status: 'no-data' };

/** As the build writes it: rows, referred to by index; `~index` is a resource type that the action requires. */
interface ServiceFile {
  readonly name: string;
  readonly keys: readonly (readonly [key: string, type: string])[];
  readonly resources: readonly (readonly [name: string, arn: string, keys?: readonly number[]])[];
  readonly actions: readonly (readonly [
    names: string,
    resources: readonly number[],
    keys: readonly number[],
    each?: readonly (readonly number[])[],
  ])[];
}

const loaded = new Map<string, ServiceFacts | undefined>();

/**
 * The facts of the service with this IAM prefix, in any case; undefined where the data has no such service. Loaded on first use.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function serviceFacts(prefix: string): ServiceFacts | undefined {
  const id = prefix.toLowerCase();
  if (!loaded.has(id)) {
    const file = NOT_SERVICES.has(id) ? undefined : readFactFile(id);
    loaded.set(id, file === undefined ? undefined : openService(id, file as ServiceFile)); // written by build/service-facts.js
  }
  return loaded.get(id);
}

/** Files beside those of the services. */
const NOT_SERVICES = new Set(['index', 'passed-to-service', 'role-operations', 'role-required']);

/** What is documented about `service:Action`, in any case, and what is not known about it. */
export function lookUpAction(action: string): ActionLookup {
  const colon = action.indexOf(':');
  if (colon < 1) return { status: 'unknown-service' };
  const service = serviceFacts(action.slice(0, colon));
  if (service === undefined) return { status: factFolder() === null ? 'no-data' : 'unknown-service' };
  const facts = service.action(action.slice(colon + 1));
  return facts === undefined ? { status: 'unknown-action', service } : { status: 'known', facts };
}

/** The facts of `service:Action`, in any case; undefined where they are not known, which does not prove that there is no such action. */
export function actionFacts(action: string): ActionFacts | undefined {
  const found = lookUpAction(action);
  return found.status === 'known' ? found.facts : undefined;
}

/** Every service prefix of the data with the service's name, and the day of the data; undefined where there is no data. */
export function serviceIndex():
  | { readonly updated: string; readonly services: Readonly<Record<string, string>> }
  | undefined {
  const file = readFactFile('index');
  if (file === undefined) return undefined;
  return file as { updated: string; services: Record<string, string> }; // written by build/service-facts.js
}

let raw: ReadonlyMap<string, string> | undefined;

/**
 * The prefixes of the services that have an action of this name, in AWS's spelling. The files are searched as text: to parse all of them
 * takes ten times as long.
 */
export function actionOwners(name: string): readonly string[] {
  if (!/^[A-Z][A-Za-z0-9]{1,120}$/.test(name)) return [];
  const prefixes = Object.keys(serviceIndex()?.services ?? {});
  raw ??= new Map(prefixes.map((prefix) => [prefix, readFactText(prefix) ?? '']));
  const word = new RegExp(`[" ]${name}[" ]`);
  return prefixes.filter(
    (prefix) => word.test(raw?.get(prefix) ?? '') && serviceFacts(prefix)?.actionNames.includes(name) === true,
  );
}

function openService(prefix: string, file: ServiceFile): ServiceFacts {
  const groups = file.actions.map(([names]) => names.split(' '));
  const groupOf = new Map<string, readonly [string, number]>();
  for (const [index, names] of groups.entries()) {
    for (const name of names) groupOf.set(name.toLowerCase(), [name, index]);
  }
  const described = new Map<string, ActionFacts>();
  return {
    prefix,
    name: file.name,
    actionNames: groups.flat(),
    action: (name) => {
      const entry = groupOf.get(name.toLowerCase());
      if (entry === undefined) return undefined;
      // One diagnosis asks for its action hundreds of times.
      const facts = described.get(entry[0]) ?? describeAction(`${prefix}:${entry[0]}`, file, entry[1]);
      described.set(entry[0], facts);
      return facts;
    },
    conditionKeys: new Map(file.keys.map(([key, type]) => [key.toLowerCase(), { key, type }])),
  };
}

function describeAction(name: string, file: ServiceFile, group: number): ActionFacts {
  const [, resources = [], own = [], each = []] = file.actions[group] ?? [];
  const keys = new Set(own);
  const named = (indexes: Iterable<number>) => [...indexes].flatMap((index) => file.keys[index]?.[0] ?? []);
  const resourceTypes = resources.map((index, place) => {
    const [type = '', arn = '', more = []] = file.resources[index < 0 ? ~index : index] ?? [];
    for (const key of more) keys.add(key);
    const listed = named(each[place] ?? []);
    const conditionKeys = listed.length === 0 ? null : listed;
    return { name: type, arn, required: index < 0, conditionKeys, ownKeys: named(more) };
  });
  return {
    name,
    resourceTypes,
    conditionKeys: named(keys),
    rowKeys: named(own),
    wildcardOnly: resourceTypes.length === 0,
  };
}
