import { coveringPattern } from '../model/unnamed-resource.ts';
import { otherParts, partsOfCall } from '../reference/actions/call-parts.ts';
import { resourceKind } from '../reference/keys/condition-keys.ts';
import { actionFacts } from '../reference/service-facts.ts';
import { isPlainArn } from './grammar.ts';
import { isMasked, maskedArn } from './masked.ts';
import { join, known, type Named, token, tokenOfVariable } from './named.ts';

/** What is known about where the resource is. */
export interface ResourcePlace {
  readonly partition: string;
  readonly region: string | null;
  /** The account of the resource, else the caller's: texts that leave it out are mostly about one account. */
  readonly account: string | null;
  /** The bucket, where the text names that alone and not the object in it. */
  readonly bucket?: string | undefined;
}

/**
 * The resources that an Allow for the action has to name: as the text has it, else the ARN form of what the action works on, with what is
 * not known as tokens. Several where one call needs several kinds at once.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * @param stated the resource as the text has it: an ARN, `*`, a bare name, or something masked
 */
export function resourcesOf(action: string, stated: string | null, place: ResourcePlace): readonly [Named, ...Named[]] {
  const facts = actionFacts(action);
  if (facts?.wildcardOnly === true || stated === '*') return [known('*')];
  const isWhole = stated !== null && !isMasked(stated.replaceAll(REGION_VARIABLE, ''));
  const named =
    stated === null ? undefined : ((isWhole ? wholeArn(stated, place) : undefined) ?? maskedArn(action, stated));
  if (named !== undefined) return [belowPrefix(named), ...besides(action, named, place)];
  const needed = partsOfCall(action);
  const [first, ...more] = needed.length > 0 ? needed : (facts?.resourceTypes.slice(0, 1) ?? []);
  if (first === undefined) return [token('RESOURCE_ARN')];
  const form = ({ arn, name: type }: typeof first) =>
    fromPattern(arn, type, place, namedLast(arn, isMadeBy(action, { name: type, arn }) ? ['*'] : []));
  const name = stated === null ? undefined : bareName(stated);
  const kind = name === undefined ? undefined : kindOfId(action, stated ?? '');
  if (kind !== undefined && name !== undefined)
    return [
      fromPattern(kind.arn, kind.name, place, namedLast(kind.arn, name)),
      ...needed.filter((one) => one.name !== kind.name).map((one) => form(one)),
    ];
  // A name alone is the name of one kind of resource.
  if (name !== undefined)
    return [fromPattern(first.arn, first.name, place, namedLast(first.arn, withSuffix(first.arn, name)))];
  return [form(first), ...more.map(form)];
}

/** The name of an object that ends in a slash is that of a folder: what is written below it has names of its own. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-folders.html */
function belowPrefix(named: Named): Named {
  return /^arn:[^:]*:s3:::[^/]+\/.*\/$/.test(named.text) ? { ...named, text: `${named.text}*` } : named;
}

/** What the same call is checked on besides. Names that both ARNs have, a database for example, are taken over. */
function besides(action: string, { text }: Named, place: ResourcePlace): readonly Named[] {
  const own = partsOfCall(action).find(({ arn }) => resourceKind(arn) === resourceKind(text));
  const names = own === undefined ? new Map<string, string>() : namesIn(text, own.arn);
  // What is masked in one of them is not known of the others.
  const within = text.split(':')[4] === 'ACCOUNT' ? { ...place, account: null } : place;
  return otherParts(action, text).map(({ arn, name }) =>
    fromPattern(
      arn,
      name,
      within,
      new Map([...names, ...namedLast(arn, isMadeBy(action, { name, arn }) ? ['*'] : [])]),
    ),
  );
}

/** The values of the variables of a pattern, as an ARN has them. */
function namesIn(arn: string, pattern: string): ReadonlyMap<string, string> {
  const variables = variablesOf(pattern);
  const source = pattern.split(/\$\{\w+\}/).map((part) => part.replaceAll(/[.*+?^()|[\]\\/]/g, '\\$&'));
  const values = new RegExp(`^${source.join('([^:/]*)')}$`).exec(arn)?.slice(1) ?? [];
  const own = values.map((value, index) => [variables[index] ?? '', value] as const);
  return new Map(own.filter(([variable, value]) => isOwn(variable) && value !== ''));
}

function variablesOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\$\{(\w+)\}/g)].map(([, variable = '']) => variable);
}

function isOwn(variable: string): boolean {
  return !/^(Partition|Region|Account)$/.test(variable);
}

/** Values for the last variables of a pattern. */
function namedLast(pattern: string, names: readonly string[]): ReadonlyMap<string, string> {
  const own = variablesOf(pattern).filter(isOwn);
  return new Map(names.map((name, index) => [own[own.length - names.length + index] ?? '', name]));
}

const REGION_VARIABLE = `${'$'}{Region}`;

/** The ARN as a policy names it; a resource that the text has by its name alone may leave its region open. */
function wholeArn(stated: string, { region }: ResourcePlace): Named | undefined {
  const inRegion = (name: string) => coveringPattern(stated.replaceAll(REGION_VARIABLE, () => name));
  if (!isPlainArn(inRegion('eu-west-1'))) return undefined;
  if (!stated.includes(REGION_VARIABLE)) return known(coveringPattern(stated));
  const named = region === null ? token('REGION') : known(region);
  return { ...named, text: inRegion(named.text) };
}

/**
 * A service assigns the id of what it creates: it is not known before the call. Names are given by the caller, except by EC2.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
function isMadeBy(action: string, { name: type, arn }: { readonly name: string; readonly arn: string }): boolean {
  if (/^ec2:(?:RunInstances|RequestSpotInstances)$/i.test(action))
    return /^(?:instance|network-interface|volume|spot-instances-request)$/.test(type);
  const [, service, created] = /^([\w-]+):Create(\w+)$/i.exec(action) ?? [];
  const made = created?.toLowerCase().replace(/s$/, '');
  if (made === undefined) return false;
  const kind = type.replaceAll(/[-_ ]/g, '').toLowerCase();
  if (service?.toLowerCase() === 'ec2') return made.startsWith(kind) || kind.endsWith(made);
  return kind === made && /Id\}$/.test(arn);
}

/**
 * A secret that is called by its name: its ARN has a hyphen and six random characters behind that.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html
 */
function withSuffix(pattern: string, names: readonly string[]): readonly string[] {
  return pattern.includes(':secretsmanager:') ? names.map((name) => `${name}-??????`) : names;
}

/** The kinds of resource that ids of EC2 begin with. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
const KINDS_OF_IDS: Readonly<Record<string, string>> = {
  acl: 'network-acl',
  ami: 'image',
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  fl: 'vpc-flow-log',
  i: 'instance',
  igw: 'internet-gateway',
  key: 'key-pair',
  lt: 'launch-template',
  nat: 'natgateway',
  rtb: 'route-table',
  sg: 'security-group',
  snap: 'snapshot',
  subnet: 'subnet',
  vol: 'volume',
  vpc: 'vpc',
  vpce: 'vpc-endpoint',
};

/** What the id of a resource of EC2 says it is; undefined where the action works on nothing of the kind. */
function kindOfId(action: string, stated: string) {
  const prefix = /^ec2:/i.test(action) ? /^([a-z]{1,8})-[0-9a-f]{8,17}$/.exec(stated)?.[1] : undefined;
  const kind = prefix === undefined ? undefined : KINDS_OF_IDS[prefix];
  return kind === undefined ? undefined : actionFacts(action)?.resourceTypes.find(({ name }) => name === kind);
}

/** A name that can be written into an ARN. */
function bareName(text: string): readonly string[] | undefined {
  const object = /^s3:\/\/([a-z0-9.-]{3,63})\/([\x21-\x7e]{1,1024})$/.exec(text);
  if (object !== null && !/[$<>*?]/.test(text)) return object.slice(1);
  return /^(?!arn:|https?:)[\w+=,.@:/#-]{1,512}$/.test(text) ? [text] : undefined;
}

const VARIABLE = /\$\{(\w+)\}/;

/** `given` has values of variables of the pattern. */
function fromPattern(
  pattern: string,
  type: string,
  { partition, region, account, bucket }: ResourcePlace,
  given: ReadonlyMap<string, string>,
): Named {
  const fill = (variable: string): Named => {
    if (variable === 'Partition') return known(partition);
    if (variable === 'Region') return region === null ? token('REGION') : known(region);
    if (variable === 'Account') return account === null ? token('ACCOUNT') : known(account);
    const name = given.get(variable) ?? (variable === 'BucketName' ? bucket : undefined);
    return name === undefined ? tokenOfVariable(variable, type) : known(name);
  };
  let rest = pattern;
  let built: Named = known('');
  for (let found = VARIABLE.exec(rest); found !== null; found = VARIABLE.exec(rest)) {
    built = join`${built}${rest.slice(0, found.index)}${fill(found[1] ?? '')}`;
    rest = rest.slice(found.index + found[0].length);
  }
  return join`${built}${rest}`;
}
