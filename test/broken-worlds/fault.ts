import type { Layer } from '../../src/model/layer.ts';
import type { Statement, World } from './world.ts';

/** One thing that can be wrong in a world, and what a diagnosis must say about it. */
export interface Fault {
  readonly name: string;
  /** The layer that then blocks; null where no layer fits. */
  readonly layer: Layer | null;
  /** Can this fault be injected here, and does it block? */
  readonly fits: (world: World) => boolean;
  readonly inject: (world: World) => void;
  /** Name of the policy that the evidence must point to; undefined where none exists. */
  readonly policy?: string;
  /** True where other statements of the policy are just as far off as the broken one. */
  readonly anyStatement?: boolean;
  /** False where no document change can repair it. */
  readonly repairable?: boolean;
}

/** The statement that grants the request: the last one of its document. */
export function grant(document: { Statement: Statement[] } | null): Statement {
  const statement = document?.Statement.at(-1);
  if (statement === undefined) throw new Error('the world has no such document');
  return statement;
}

/** In the same account a trust policy that names the caller itself needs no identity policy. */
export function needsIdentity({ shape }: World): boolean {
  return shape.ask !== 'assume' || shape.cross || shape.trusts === 'account';
}
