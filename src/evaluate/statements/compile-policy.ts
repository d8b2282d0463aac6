import type { Tri } from '../../model/tri.ts';
import type { ConditionPair, ListElement, PolicyStatement, UnsupportedPart } from '../../policy/policy-document.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { type ConditionMatch, conditionMatch } from '../conditions/match-condition.ts';
import { type ActionPattern, compileAction } from '../elements/match-action.ts';
import { compileResourceEntry, type ResourceEntry } from '../elements/match-resource.ts';
import { type NamedPrincipal, readNamedPrincipal } from '../elements/named-principal.ts';

/** A list of a statement, each entry compiled. */
interface CompiledList<T> {
  readonly negated: boolean;
  readonly complete: boolean;
  readonly entries: readonly T[];
}

/** A statement that is ready to be matched with any request. */
export interface CompiledStatement {
  readonly source: PolicyStatement;
  readonly variables: Tri;
  readonly action: CompiledList<ActionPattern> | null;
  readonly resource: CompiledList<ResourceEntry> | null;
  readonly principal: CompiledList<NamedPrincipal> | null;
  /** The pairs of its Condition. */
  readonly conditions: readonly ConditionMatch[];
  /** A condition on aws:PrincipalArn says whom `*` means. */
  readonly singlesOut: boolean;
}

/** A policy, compiled. Where it has unsupported parts, no matching statement does not mean that nothing matches. */
export interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
  readonly unsupportedParts: readonly UnsupportedPart[];
}

const cache = new WeakMap<object, CompiledPolicy>();

/** Compiles a document, once per object: documents count as immutable. Never throws. */
export function compilePolicy(document: unknown): CompiledPolicy {
  const key = typeof document === 'object' && document !== null ? document : undefined;
  const known = key === undefined ? undefined : cache.get(key);
  if (known !== undefined) return known;
  const { statements, variables, unsupportedParts } = readPolicy(document);
  const policy = {
    statements: statements.map((statement) => compileStatement(statement, variables)),
    unsupportedParts,
  };
  if (key !== undefined) cache.set(key, policy);
  return policy;
}

function compileStatement(source: PolicyStatement, variables: Tri): CompiledStatement {
  const { action, resource, principal, conditions } = source;
  return {
    source,
    variables,
    action: compileList(action, ({ value }) => compileAction(value)),
    resource: compileList(resource, (entry) => compileResourceEntry(entry, variables)),
    principal: principal && { ...principal, entries: principal.entries.map(readNamedPrincipal) },
    conditions: conditions.map((pair) => conditionMatch(pair, variables)),
    singlesOut: conditions.some(singlesOut),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
function singlesOut({ operator, key }: ConditionPair): boolean {
  return key.toLowerCase() === 'aws:principalarn' && /^(?:For\w+:)?(?:String|Arn)(?:Equals|Like)/i.test(operator);
}

function compileList<T>(
  element: ListElement | null,
  compile: (entry: ListElement['entries'][number]) => T,
): CompiledList<T> | null {
  return element && { ...element, entries: element.entries.map(compile) };
}
