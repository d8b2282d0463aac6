import fc from 'fast-check';
import type { Fault } from './fault.ts';
import { guardrailFaults } from './guardrail-faults.ts';
import { identityFaults } from './identity-faults.ts';
import { trustFaults } from './trust-faults.ts';
import { actionOf, callerArn, resourceArn, type Shape, type World } from './world.ts';

/** Every kind of fault. */
export const FAULTS: readonly Fault[] = [...identityFaults, ...guardrailFaults, ...trustFaults];

/** Random sound worlds. */
export const shapes: fc.Arbitrary<Shape> = fc.record({
  ask: fc.constantFrom('assume' as const, 'pass' as const, 'queue' as const),
  caller: fc.constantFrom('user' as const, 'session' as const),
  cross: fc.boolean(),
  grant: fc.constantFrom('inline' as const, 'managed' as const, 'group' as const),
  boundary: fc.boolean(),
  depth: fc.integer({ min: 0, max: 3 }),
  path: fc.constantFrom('/' as const, '/teams/red/' as const),
  trusts: fc.constantFrom('caller' as const, 'account' as const),
  noise: fc.integer({ min: 0, max: 3 }),
});

/** The sentence AWS would answer with, without a reason. */
export function sentenceOf({ shape }: World): string {
  return `User: ${callerArn(shape)} is not authorized to perform: ${actionOf(shape)} on resource: ${resourceArn(shape)}`;
}
