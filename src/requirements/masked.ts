import { isAccountId, isPartition, parseArn } from '../model/arn.ts';
import { isAccountPlaceholder } from '../reference/placeholders.ts';
import { actionFacts } from '../reference/service-facts.ts';
import { isPlainArn } from './grammar.ts';
import { join, known, type Named, token, tokenOfVariable } from './named.ts';

/** What people and tools write in place of a name: `***`, `xxxxxxxxxxxx`, `<role>`, `[name]`, `{{name}}`, `${Name}`, `REDACTED`, `…`. */
const MASK =
  /\*{2,}|[xX]{5,}|#{3,}|<[^<>/:]{0,60}>|\[[^[\]/:]{0,60}\]|\$?\{+[^{}/]{0,60}\}+|\.{3,}|…|\b(?:REDACTED|redacted|MASKED|masked|HIDDEN|CENSORED|censored)\b/;
/** Each mask has one of these, in lower case; most texts have none. */
const SIGNS_OF_MASKS = ['**', '###', '...', '…', '<', '[', '{', 'xxxxx', 'redacted', 'masked', 'hidden', 'censored'];
const MASKS = new RegExp(MASK, 'g');
const WHOLE_MASK = new RegExp(`^(?:${MASK.source})$`);

/** CloudFormation's own parameters, which have colons in them. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const PSEUDO: readonly (readonly [written: string, name: string])[] = [
  [`${'$'}{AWS::AccountId}`, '{account}'],
  [`${'$'}{AWS::Region}`, '{region}'],
  [`${'$'}{AWS::Partition}`, 'aws'],
];

/** The text without the colons of variables, so that an ARN with them can be split. */
export function withoutPseudoParameters(text: string): string {
  const named = PSEUDO.reduce((rest, [written, name]) => rest.replaceAll(written, name), text);
  return named.replaceAll(/\$\{[^{}/]{0,60}:[^{}/]{0,60}\}/g, '{variable}');
}

/** True where a part of the text is masked, or a variable that was not replaced. */
export function isMasked(text: string): boolean {
  const lower = text.toLowerCase();
  return SIGNS_OF_MASKS.some((sign) => lower.includes(sign)) && MASK.test(text);
}

/**
 * A name with a token for each part of it that is masked: the rest of it can be read. `account` and `region` are those of
 * CloudFormation's own parameters.
 */
export function withTokens(text: string, hidden: Named = token('HIDDEN')): Named {
  const parts = text.split(MASKS);
  const masks = text.match(MASKS) ?? [];
  return parts.reduce<Named>((built, part, index) => {
    const mask = masks[index - 1];
    const filled =
      mask === undefined
        ? known('')
        : mask === '{account}'
          ? token('ACCOUNT')
          : mask === '{region}'
            ? token('REGION')
            : hidden;
    return join`${built}${filled}${part}`;
  }, known(''));
}

/**
 * The ARN of a resource of which parts are masked, with tokens for these: the readable parts stay. A part that is masked as a whole is named as AWS's
 * list names it (`table/***` is `table/TABLE_NAME`). Undefined for other texts, and where nothing of the resource can be read.
 */
export function maskedArn(action: string, stated: string): Named | undefined {
  const arn = parseArn(withoutPseudoParameters(stated));
  if (arn === undefined || arn.resource === '' || !/^[a-z0-9-]{1,64}$/.test(arn.service)) return undefined;
  const partition = isPartition(arn.partition) ? arn.partition : 'aws';
  const region = /^[a-z0-9-]*$/.test(arn.region) && !/^x+$/.test(arn.region) ? known(arn.region) : token('REGION');
  const account =
    isAccountId(arn.account) || /^(?:|aws)$/.test(arn.account) ? known(arn.account) : maskedAccount(arn.account);
  const resource = isMasked(arn.resource) ? maskedResource(action, arn.resource) : known(arn.resource);
  if (account === undefined || resource === undefined) return undefined;
  const whole = join`arn:${partition}:${arn.service}:${region}:${account}:${resource}`;
  return isPlainArn(`arn:aws:${arn.service}:::${resource.text}`) && whole.placeholders.length > 0 ? whole : undefined;
}

/**
 * An ARN that ends before its resource: what can be read of it is the place of the call. Undefined for other texts.
 * `arn:aws:sqs:eu-west-1:1234`, `arn:aws:dynamodb:eu-west-1:111122223333:...`
 */
export function placeOfCutArn(
  stated: string,
): { readonly region: string | null; readonly account: string | null } | undefined {
  const [scheme, , , region = '', account, resource, ...rest] = stated.replace(/(?:\.{2,}|…)$/, '').split(':');
  if (scheme !== 'arn' || (resource ?? '') !== '' || rest.length > 0) return undefined;
  return {
    region: account !== undefined && /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region) ? region : null,
    account: account !== undefined && isAccountId(account) ? account : null,
  };
}

function maskedAccount(account: string): Named | undefined {
  const isMask =
    isMasked(account) ||
    /^[*x.X]{1,12}$/.test(account) ||
    /^[\d*xX#.]{4,16}$/.test(account) ||
    /^([A-Za-z])\1{3,15}$/.test(account) ||
    /^\*[\w -]{1,30}\*$/.test(account) ||
    /^\d{3,11}$|^\d{13,16}$/.test(account) ||
    isAccountPlaceholder(account);
  return isMask ? token('ACCOUNT') : undefined;
}

/** The kind of resource whose form in AWS's list has the readable parts in the same places. */
function maskedResource(action: string, resource: string): Named | undefined {
  const stated = resource.split(/(?<=[/:])|(?=[/:])/);
  const kinds = (actionFacts(action)?.resourceTypes ?? []).map(({ arn, name }) => ({
    name,
    form: (parseArn(arn.replaceAll(/\$\{(?:Partition|Region|Account)\}/g, 'aws'))?.resource ?? '').split(
      /(?<=[/:])|(?=[/:])/,
    ),
  }));
  const kind = kinds.find(
    ({ form }) => form.length === stated.length && form.every((part, at) => fits(part, stated[at] ?? '')),
  );
  if (kind !== undefined)
    return stated.reduce<Named>(
      (built, part, at) => join`${built}${partOf(part, kind.form[at] ?? '', kind.name)}`,
      known(''),
    );
  if (WHOLE_MASK.test(resource)) return undefined;
  const cut = kinds.filter(({ form: [first = ''] }) => isBeginningOf(first, resource));
  const [only] = cut;
  return only === undefined || cut.length > 1
    ? withTokens(resource)
    : only.form.reduce<Named>((built, part) => join`${built}${partOf('***', part, only.name)}`, known(''));
}

/** `tab...` is the beginning of `table`: the kind of resource was cut. */
function isBeginningOf(kind: string, stated: string): boolean {
  const beginning = /^([a-z-]{1,40})(?:\.{2,}|…)$/.exec(stated)?.[1];
  return beginning !== undefined && kind.startsWith(beginning) && !kind.startsWith('$');
}

function fits(part: string, stated: string): boolean {
  return part === stated || /^\$\{\w+\}$/.test(part);
}

function partOf(stated: string, form: string, kind: string): Named {
  const variable = /^\$\{(\w+)\}$/.exec(form)?.[1];
  if (variable === undefined && stated === '***') return known(form);
  return variable !== undefined && WHOLE_MASK.test(stated) ? tokenOfVariable(variable, kind) : withTokens(stated);
}
