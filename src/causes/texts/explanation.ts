import type { CauseText } from './cause-text.ts';
import { exampleOf, type LayerExample } from './examples/example-of.ts';
import { pageOf } from './pages.ts';
import { textOf } from './text-of.ts';

/** Everything that `denytrace explain` says about a cause. */
export interface Explanation extends CauseText {
  readonly id: string;
  /** AWS's page. */
  readonly page: string | null;
  /** A policy before and after, where a policy decides. */
  readonly example: LayerExample | null;
}

/**
 * The explanation of a cause; undefined where there is no such cause. Texts and examples are loaded by nothing else: the built program has them in
 * a module of their own.
 */
export function explanationOf(id: string): Explanation | undefined {
  const text = textOf(id);
  return text && { id, ...text, page: pageOf(id), example: exampleOf(id) };
}
