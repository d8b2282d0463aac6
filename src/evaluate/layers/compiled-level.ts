import type { Layer } from '../../model/layer.ts';
import type { Level } from '../../model/policy.ts';
import { remembering } from '../../model/remembering.ts';
import type { Tri } from '../../model/tri.ts';
import { compilePolicy } from '../statements/compile-policy.ts';
import { matchActions } from '../statements/match-elements.ts';
import type { PlacedStatement } from '../statements/match-statement.ts';

/** What of a level is the same for every request. */
export interface CompiledLevel {
  readonly layer: Layer;
  readonly index: number;
  /** The statements of all its policies. */
  readonly statements: readonly PlacedStatement[];
  /** Which of the statements cover an action, which is given in lower case. The same action is asked about again and again. */
  readonly matchActions: (action: string) => readonly Tri[];
  /** Something of it could not be read, or is unsupported: it may hold other statements. */
  readonly hidesStatements: boolean;
}

const compiledLevels = new WeakMap<Level, CompiledLevel>();

/** Compiles the policies of a level, once per object: levels are facts, which do not change. */
export function compileLevel(layer: Layer, level: Level, index: number): CompiledLevel {
  const known = compiledLevels.get(level);
  if (known !== undefined && known.layer === layer && known.index === index) return known;
  const compiled = compile(layer, level, index);
  compiledLevels.set(level, compiled);
  return compiled;
}

function compile(layer: Layer, level: Level, index: number): CompiledLevel {
  let hidesStatements = level.gaps.length > 0;
  const statements: PlacedStatement[] = [];
  for (const { ref, document } of level.policies) {
    const policy = document.status === 'known' ? compilePolicy(document.value) : undefined;
    if (policy === undefined || policy.unsupportedParts.length > 0) hidesStatements = true;
    const place = { layer, level: index, policy: ref };
    for (const statement of policy?.statements ?? []) statements.push({ statement, place, findings: [] });
  }
  const answers = (action: string) => statements.map(({ statement }) => matchActions(statement, action));
  return { layer, index, statements, matchActions: remembering(20, answers), hidesStatements };
}
