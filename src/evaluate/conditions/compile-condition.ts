import { type Gap, unsupported } from '../../model/gap.ts';
import type { RequestContext } from '../../model/request.ts';
import type { Tri } from '../../model/tri.ts';
import type { ConditionPair } from '../../policy/policy-document.ts';
import { compileVariables, type Expansion } from '../variables/expand-variables.ts';
import type { OperatorFamily } from './operators.ts';
import type { ValueTest } from './outcome.ts';
import { readOperator, type WrittenOperator } from './read-operator.ts';

/** A condition that is ready to be judged for any request. */
export type CompiledCondition =
  | { readonly kind: 'unsupported'; readonly gap: Gap }
  | { readonly kind: 'presence'; readonly texts: readonly string[]; readonly unread: Gap | null }
  | {
      readonly kind: 'values';
      readonly set: WrittenOperator['set'];
      readonly ifExists: boolean;
      readonly negated: boolean;
      readonly tests: readonly ValueTest[];
      /** The values as the policy writes them, where policy variables work in them; else none. */
      readonly templates: readonly PolicyTemplate[];
      /** Set where the policy holds a value that cannot be read. */
      readonly unread: Gap | null;
    };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse */
const TAKE_VARIABLES: ReadonlySet<OperatorFamily> = new Set<OperatorFamily>(['string', 'arn']);

/** What a value stands for in a request. */
type PolicyTemplate = (context: RequestContext) => Expansion;

const cache = new WeakMap<ConditionPair, { readonly variables: Tri; readonly condition: CompiledCondition }>();

/** Compiles an operator-key pair, once. */
export function compileCondition(pair: ConditionPair, variables: Tri): CompiledCondition {
  const found = cache.get(pair);
  if (found?.variables === variables) return found.condition;
  const condition = compile(pair, variables);
  cache.set(pair, { variables, condition });
  return condition;
}

function compile(pair: ConditionPair, variables: Tri): CompiledCondition {
  const written = readOperator(pair.operator);
  if (typeof written === 'string') return { kind: 'unsupported', gap: unsupported(written) };
  if (pair.values.length === 0 && pair.complete)
    return { kind: 'unsupported', gap: unsupported(`${pair.operator} ${pair.key} without values`) };
  const unread = pair.complete ? null : unsupported(`a value of ${pair.operator} ${pair.key} that is no text`);
  const { operator, set, ifExists } = written;
  if (operator.family === 'presence') return { kind: 'presence', texts: pair.values.map(({ value }) => value), unread };
  const tests = pair.values.map(({ value }) => operator.compile(value, variables));
  const templates = TAKE_VARIABLES.has(operator.family)
    ? pair.values.map(({ value }) => compileVariables(value, variables))
    : [];
  return { kind: 'values', set, ifExists, negated: operator.negated, tests, templates, unread };
}
