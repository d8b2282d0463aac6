import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided } from './explore.ts';
import { OPERATORS } from './random-conditions.ts';
import { randomWorld } from './random-world.ts';
import { recordings } from './tape.ts';

/** A fixed sample: what it does not reach, the properties over random worlds do not try. */
const worlds = fc.sample(recordings, { numRuns: 4_000, seed: 20_261_124 }).map((tape) => randomWorld(tape.play()));
const verdicts = worlds.map((world) => decided(world).verdict);
const statements = verdicts.flatMap(({ layers }) => Object.values(layers).flatMap((layer) => layer.statements));

describe('random worlds', () => {
  it('have every operator, with every quantifier, with and without IfExists', () => {
    const used = new Set(statements.flatMap(({ conditions }) => conditions.map(({ operator }) => operator)));
    const all = OPERATORS.flatMap((name) =>
      ['', 'ForAnyValue:', 'ForAllValues:'].flatMap((set) => [`${set}${name}`, `${set}${name}IfExists`]),
    );
    expect(all.filter((name) => !used.has(name))).toEqual([]);
  });

  it('match, miss and leave open every element of a statement; an action is never open', () => {
    const answers = (element: 'action' | 'resource' | 'principal' | 'condition') =>
      [...new Set(statements.map(({ elements }) => elements[element]))].toSorted().join();
    expect(answers('action')).toBe('no,yes');
    expect(answers('resource')).toBe('no,unknown,yes');
    expect(answers('principal')).toBe('no,unknown,yes');
    expect(answers('condition')).toBe('no,unknown,yes');
  });

  it('have every element, its opposite too', () => {
    const text = JSON.stringify(worlds.map(({ facts }) => facts.policies));
    const elements = [
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Principal',
      'NotPrincipal',
      'Condition',
      'Sid',
    ];
    expect(elements.filter((element) => !text.includes(`"${element}":`))).toEqual([]);
  });

  it('have every type of caller', () => {
    expect([...new Set(worlds.map(({ facts }) => facts.principal?.type))].toSorted()).toEqual([
      'anonymous',
      'federated',
      'federated-user',
      'role',
      'root',
      'service',
      'session',
      'user',
    ]);
  });

  it('block in every layer, leave every layer open, and end in every way', () => {
    const layers = ['boundary', 'endpoint', 'identity', 'rcp', 'resource', 'scp', 'session', 'trust'];
    expect([...new Set(verdicts.flatMap(({ blockers }) => blockers))].toSorted()).toEqual(layers);
    expect([...new Set(verdicts.flatMap(({ suspects }) => suspects))].toSorted()).toEqual(layers);
    const count = (allowed: string) => verdicts.filter((verdict) => verdict.allowed === allowed).length;
    expect(Math.min(count('yes'), count('no'), count('unknown'))).toBeGreaterThan(verdicts.length / 20);
  });
});
