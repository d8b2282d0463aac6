import { coveringPattern } from '../model/unnamed-resource.ts';
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
  const whole =
    stated === null || isMasked(stated.replaceAll(REGION_VARIABLE, '')) ? undefined : wholeArn(stated, place);
  if (whole !== undefined) return [whole];
  const unmasked = stated === null ? undefined : maskedArn(action, stated);
  if (unmasked !== undefined) return [unmasked];
  const types = facts?.resourceTypes ?? [];
  const needed = types.filter(({ required }) => required);
  const [first, ...more] = needed.length > 0 ? needed : types.slice(0, 1);
  if (first === undefined) return [token('RESOURCE_ARN')];
  const name = stated === null ? undefined : bareName(stated);
  // A name alone is the name of one kind of resource.
  if (name !== undefined) return [fromPattern(first.arn, first.name, place, withSuffix(first.arn, name))];
  const form = ({ arn, name: type }: typeof first) =>
    fromPattern(arn, type, place, isMadeBy(action, { name: type, arn }) ? ['*'] : []);
  return [form(first), ...more.map(form)];
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
 * A service gives what it creates its id: nobody knows that before the call. Names are given by the caller, except by EC2.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
function isMadeBy(action: string, { name: type, arn }: { readonly name: string; readonly arn: string }): boolean {
  if (/^ec2:RunInstances$/i.test(action)) return /^(?:instance|network-interface|volume)$/.test(type);
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

/** A name that can be written into an ARN. */
function bareName(text: string): readonly string[] | undefined {
  const object = /^s3:\/\/([a-z0-9.-]{3,63})\/([\x21-\x7e]{1,1024})$/.exec(text);
  if (object !== null && !/[$<>*?]/.test(text)) return object.slice(1);
  return /^[\w+=,.@:/#-]{1,512}$/.test(text) && !text.startsWith('arn:') ? [text] : undefined;
}

const VARIABLE = /\$\{(\w+)\}/;

/** `names` fill the last variables of the pattern. */
function fromPattern(
  pattern: string,
  type: string,
  { partition, region, account }: ResourcePlace,
  names: readonly string[] = [],
): Named {
  const variables = [...pattern.matchAll(/\$\{(\w+)\}/g)].map(([, variable = '']) => variable);
  const own = variables.filter((variable) => !/^(Partition|Region|Account)$/.test(variable));
  const given = new Map(names.map((name, index) => [own[own.length - names.length + index] ?? '', name]));
  const fill = (variable: string): Named => {
    if (variable === 'Partition') return known(partition);
    if (variable === 'Region') return region === null ? token('REGION') : known(region);
    if (variable === 'Account') return account === null ? token('ACCOUNT') : known(account);
    const name = given.get(variable);
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
