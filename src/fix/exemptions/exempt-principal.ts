import { isPermissionSet, permissionSetPattern } from '../../model/aws-names.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Change } from '../../model/diagnosis.ts';
import { getPointer } from '../../policy/pointer.ts';
import type { ConditionPair } from '../../policy/policy-document.ts';
import { type Exemption, oneMore, type StatementPlace } from './exemption.ts';

/** A principal as a negated condition lets it out: the others keep being denied, also those who lack the key. */
interface Exempted {
  readonly what: string;
  readonly key: string;
  readonly values: readonly string[];
  /** The operator of a new condition. */
  readonly operator: 'ArnNotEquals' | 'ArnNotLike' | 'StringNotEquals';
  /** Operators whose list can take the values, in lower case and without IfExists. */
  readonly others: readonly string[];
}

/**
 * One more value in an exemption that is there, else a condition of its own: conditions are ANDed, so that it only narrows the Deny.
 * Undefined where the caller cannot be told from others.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function exemptPrincipal(place: StatementPlace, denialCase: DenialCase): Exemption | undefined {
  const exempted = exemptedCaller(denialCase);
  if (exempted === undefined) return undefined;
  const existing = place.statement.conditions.find((pair) => takes(pair, exempted));
  const changes =
    existing === undefined
      ? newCondition(place, exempted)
      : addedTo(place, existing.pointer, getPointer(place.document, existing.pointer), exempted.values);
  return { what: exempted.what, changes };
}

function exemptedCaller({ request, facts }: DenialCase): Exempted | undefined {
  const arn = request?.context.get('aws:PrincipalArn');
  const { principal } = facts;
  if (arn?.status === 'known' && arn.values[0] !== undefined) return byArn(arn.values[0]);
  switch (principal?.type) {
    case 'service':
      return {
        what: principal.name,
        key: 'aws:PrincipalServiceName',
        values: [principal.name],
        operator: 'StringNotEquals',
        others: ['stringnotequals', 'stringnotlike'],
      };
    case 'session':
      return byRoleName(`arn:${principal.partition}:iam::${principal.account}:role/`, principal.name);
    default:
      return undefined;
  }
}

function byArn(arn: string): Exempted {
  return {
    what: arn,
    key: 'aws:PrincipalArn',
    values: [arn],
    operator: 'ArnNotEquals',
    others: ['arnnotequals', 'arnnotlike', 'stringnotequals', 'stringnotlike'],
  };
}

/** The path of the role is not known, but a role's name is unique in its account: whatever the path, nobody else is meant. */
function byRoleName(roles: string, name: string): Exempted {
  const values = isPermissionSet(name) ? [permissionSetPattern(roles, name)] : [`${roles}${name}`, `${roles}*/${name}`];
  const others = ['arnnotequals', 'arnnotlike', 'stringnotlike'];
  return { what: `${roles}…${name}`, key: 'aws:PrincipalArn', values, operator: 'ArnNotLike', others };
}

/** Can the values be listed beside those of this condition? */
function takes({ operator, key, complete }: ConditionPair, { key: wanted, others }: Exempted): boolean {
  const plain = operator.toLowerCase().replace(/ifexists$/, '');
  return complete && key.toLowerCase() === wanted.toLowerCase() && others.includes(plain);
}

function addedTo(
  { policy }: StatementPlace,
  pointer: string,
  before: unknown,
  values: readonly string[],
): readonly Change[] {
  const [first = '', ...rest] = values;
  const more = rest.map((value): Change => ({ policy, pointer: `${pointer}/-`, before: null, after: value }));
  return [oneMore(policy, pointer, before, first), ...more];
}

function newCondition({ policy, document, statement }: StatementPlace, exempted: Exempted): readonly Change[] {
  const { operator, key } = exempted;
  const [only, ...others] = exempted.values;
  const value = others.length === 0 ? only : exempted.values;
  const condition = `${statement.pointer}/Condition`;
  if (getPointer(document, condition) === undefined)
    return [{ policy, pointer: condition, before: null, after: { [operator]: { [key]: value } } }];
  if (getPointer(document, `${condition}/${operator}`) === undefined)
    return [{ policy, pointer: `${condition}/${operator}`, before: null, after: { [key]: value } }];
  return [{ policy, pointer: `${condition}/${operator}/${key}`, before: null, after: value }];
}
