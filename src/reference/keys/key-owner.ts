import { once } from '../../model/once.ts';
import { type ActionFacts, actionFacts, type ServiceFacts, serviceFacts } from '../service-facts.ts';
import { coversKey, resourceKind } from './condition-keys.ts';
import { type KeyOwner, type KeyOwnerRow, keyOwnerRows } from './key-owner-rows.ts';

/** The owner of a key for an operation, and what says so. */
export interface KeyOwnership {
  readonly owner: KeyOwner;
  /** A rule that has it for a whole family; `row` where it was looked up for this key. */
  readonly by: RuleName | 'row';
  /** AWS's page. */
  readonly page: string;
}

/** What a rule is asked. Names are in lower case. */
interface Asked {
  readonly key: string;
  readonly action: string;
  readonly resource: string | null;
  /** Undefined where AWS's data does not have the action. */
  readonly facts: ActionFacts | undefined;
}

interface Rule {
  readonly name: string;
  /** The owner, where the rule is about the key. */
  readonly owner: (asked: Asked) => KeyOwner | undefined;
  /** AWS's page; null for that of the key's service in the Service Authorization Reference. */
  readonly page: string | null;
}

const TAGGING = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html';
const FEDERATION = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';
const COLUMNS = `${REFERENCE}/reference_policies_actions-resources-contextkeys.html`;

/** Made when they are first needed: most reports need none. */
const rows = once(keyOwnerRows);

/** The rules for families of keys; the first that is about a key counts. Rows for single keys come before all of them. */
const RULES = [
  // A claim of a token, an attribute of an assertion: the identity provider says it.
  { name: 'federation', owner: ({ key }) => (/^(saml:|[^:]*\.)/.test(key) ? 'caller' : undefined), page: FEDERATION },
  { name: 'request-tag', owner: ({ key }) => (REQUEST_TAG.test(key) ? 'call' : undefined), page: TAGGING },
  { name: 'resource-tag', owner: ({ key }) => (RESOURCE_TAG.test(key) ? 'resource' : undefined), page: TAGGING },
  { name: 'ec2-property', owner: ec2Property, page: null },
  // `apigateway:Request/ApiName` and `apigateway:Resource/ApiName`; `sagemaker:CurrentModelLifeCycleStage`.
  { name: 'named-request', owner: ({ key }) => (/:request[/a-z]/.test(key) ? 'call' : undefined), page: null },
  { name: 'named-resource', owner: ({ key }) => (NAMED_RESOURCE.test(key) ? 'resource' : undefined), page: null },
  // AWS's list has the key for the resource, and not in the row of the action: no parameter of this call sets it.
  {
    name: 'property',
    owner: (asked) => (isProperty(asked) && !isInRow(asked) ? 'resource' : undefined),
    page: COLUMNS,
  },
  {
    name: 'property-that-is-set',
    owner: (asked) => (isProperty(asked) ? (SETS.test(asked.action) ? 'call' : 'resource') : undefined),
    page: COLUMNS,
  },
  { name: 'parameter', owner: () => 'call', page: COLUMNS },
] as const satisfies readonly Rule[];

type RuleName = (typeof RULES)[number]['name'];

const REQUEST_TAG = /:(requesttag\/|req-tag\/|requestobjecttag|createdresourcetag|searchtag\/)/;
const RESOURCE_TAG =
  /:(resourcetag\/|[a-z-]+-tag\/|existingobjecttag\/|(bucket|accesspoint|tablebucket|vectorbucket)tag\/)/;
const NAMED_RESOURCE = /:(resource\/|attribute\/resourcetype$|current(model|customer))/;

/** Operations that make a resource, or change what it is like. */
const SETS = /:(create|run|start|put|modify|update|increase|decrease|copy|import|register|request|allocate)/;

/**
 * Whose the key is, where the action is about the resource: the reviewed row for it, else the first rule of its family. Any letter case.
 * Every key has an owner; one that AWS does not document is taken for a parameter of the call.
 */
export function ownerOfKey(key: string, action: string, resource: string | null = null): KeyOwnership {
  const asked = { key: key.toLowerCase(), action: action.toLowerCase(), resource, facts: actionFacts(action) };
  const row = rows().find((each) => isAbout(each, asked));
  if (row !== undefined) return { owner: row.owner, by: 'row', page: row.page ?? pageOf(asked.key) };
  for (const { name, owner, page } of RULES) {
    const found = owner(asked);
    if (found !== undefined) return { owner: found, by: name, page: page ?? pageOf(asked.key) };
  }
  return { owner: 'call', by: 'parameter', page: COLUMNS };
}

function isAbout({ keys, actions }: KeyOwnerRow, { key, action }: Asked): boolean {
  const has = keys.some((each) => (each.endsWith('*') ? key.startsWith(each.slice(0, -1)) : key === each));
  return has && (actions === null || actions.test(action));
}

/** `list_awskeymanagementservice.html`: AWS names the pages after the services. */
function pageOf(key: string): string {
  const name = serviceFacts(key.slice(0, key.indexOf(':')))?.name;
  return name === undefined ? COLUMNS : `${REFERENCE}/list_${name.toLowerCase().replace(/[^a-z0-9]/g, '')}.html`;
}

/**
 * What AWS lists for EC2 in the row of an action are the properties of each of its resources. They are the call's to choose for what it
 * creates; of all else they are what the resource is like.
 */
function ec2Property({ key, action, resource, facts }: Asked): KeyOwner | undefined {
  if (!key.startsWith('ec2:') || !action.startsWith('ec2:') || facts === undefined) return undefined;
  const types = facts.resourceTypes;
  const kind = resource === null ? '' : resourceKind(resource);
  const own = types.filter(({ arn }) => kind !== '' && resourceKind(arn) === kind);
  const asked = own.length > 0 ? own : types;
  const listing = asked.filter(({ conditionKeys, ownKeys }) => lists(conditionKeys ?? ownKeys, key));
  if (listing.length === 0) return types.length === 0 || own.length === 0 ? undefined : 'resource';
  return listing.some(({ name }) => creates(action, name)) && !isIdentifier(key) ? 'call' : 'resource';
}

/** What operations of EC2 create whose name does not say it. */
const CREATED: Readonly<Record<string, readonly string[]>> = {
  'ec2:runinstances': ['instance', 'volume', 'network-interface', 'spot-instances-request', 'elastic-gpu'],
  'ec2:createfleet': ['fleet', 'instance', 'volume'],
  'ec2:requestspotinstances': ['spot-instances-request', 'instance'],
  'ec2:allocateaddress': ['elastic-ip'],
  'ec2:allocatehosts': ['dedicated-host'],
  'ec2:createvpcendpointserviceconfiguration': ['vpc-endpoint-service'],
  'ec2:createreplacerootvolumetask': ['volume'],
};

/** Does the action create a resource of this type? `ec2:CreateVolume` and `ec2:CopySnapshot` name it. */
function creates(action: string, type: string): boolean {
  if (CREATED[action] !== undefined) return CREATED[action].includes(type);
  const [, named] = /^ec2:(?:create|copy|import|allocate|request)(?:default)?(.+?)s?$/.exec(action) ?? [];
  return named === type.replaceAll('-', '').replace(/s$/, '');
}

/** The id of what is created is not known before. */
function isIdentifier(key: string): boolean {
  return /^ec2:(instance|volume|snapshot|image|subnet|vpc|vpcpeeringconnection|networkinterface|securitygroup|routetable|networkacl|internetgateway|dhcpoptions|transitgateway\w*)id$|^ec2:(allocationid|snapshottime|createdate|publicipaddress)$/.test(
    key,
  );
}

function isProperty({ key, facts }: Asked): boolean {
  return facts?.resourceTypes.some(({ ownKeys }) => lists(ownKeys, key)) === true || isOnlyProperty(key);
}

function isInRow({ key, facts }: Asked): boolean {
  return facts !== undefined && lists(facts.rowKeys, key);
}

/** A key that its service lists for its resources, and for no action. */
function isOnlyProperty(key: string): boolean {
  const service = serviceFacts(key.slice(0, key.indexOf(':')));
  return service !== undefined && onlyPropertiesOf(service).has(key);
}

const properties = new Map<string, ReadonlySet<string>>();

function onlyPropertiesOf(service: ServiceFacts): ReadonlySet<string> {
  const cached = properties.get(service.prefix);
  if (cached !== undefined) return cached;
  const actions = service.actionNames.flatMap((name) => service.action(name) ?? []);
  const inRows = new Set(actions.flatMap(({ rowKeys }) => rowKeys.map((key) => key.toLowerCase())));
  const own = actions.flatMap(({ resourceTypes }) => resourceTypes.flatMap(({ ownKeys }) => ownKeys));
  const only = new Set(own.map((key) => key.toLowerCase()).filter((key) => !inRows.has(key)));
  properties.set(service.prefix, only);
  return only;
}

function lists(keys: readonly string[], key: string): boolean {
  return keys.some((each) => coversKey(each, key));
}
