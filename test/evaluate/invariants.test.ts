import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { accessRequest } from '../../src/evaluate/library/access-request.ts';
import { requestPolicies } from '../../src/evaluate/library/request-policies.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import type { Tri } from '../../src/model/tri.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { runs } from '../effort.ts';
import { recordings } from '../properties/tape.ts';
import { blindedWorld, randomEvaluation, type World } from './random-evaluation.ts';

const WORLDS = runs(2_000, 100_000);

/** Every answer of an evaluation that may only become definite, by its place. */
function answersOf({ allowed, layers }: Evaluation): ReadonlyMap<string, Tri> {
  const answers = new Map<string, Tri>([['allowed', allowed]]);
  for (const [layer, { allow, deny, statements }] of Object.entries(layers)) {
    answers.set(`${layer} allow`, allow);
    answers.set(`${layer} deny`, deny);
    for (const { policy, level, index, match, elements } of statements) {
      const place = `${layer} ${level} ${policy} ${index}`;
      answers.set(place, match);
      for (const [element, answer] of Object.entries(elements)) answers.set(`${place} ${element}`, answer);
    }
  }
  return answers;
}

/** Definite answers of those who know less that are others for those who know more. */
function overturned(less: Evaluation, more: Evaluation): readonly string[] {
  const known = answersOf(more);
  // The statements of a layer go where it turns out to be about somebody else.
  const wrong = [...answersOf(less)].filter(
    ([place, answer]) => answer !== 'unknown' && known.has(place) && known.get(place) !== answer,
  );
  const blockers = less.blockers.filter((layer) => !more.blockers.includes(layer));
  return [...wrong.map(([place, answer]) => `${place}: ${answer}, then ${known.get(place)}`), ...blockers];
}

function decided({ request, policies, blind }: World): Verdict {
  const asked = accessRequest(request);
  const told = {
    ...asked,
    ...(blind.resource ? { resource: null } : {}),
    ...(blind.account ? { resourceAccount: null } : {}),
  };
  return decide(told, requestPolicies(policies));
}

describe('in random worlds', () => {
  it(`learning more never overturns a definite answer of evaluate (${WORLDS} worlds)`, () => {
    const seen = { yes: 0, no: 0, unknown: 0 };
    fc.assert(
      fc.property(recordings, recordings, (tape, hidden) => {
        const world = randomEvaluation(tape.play());
        const less = blindedWorld(world, hidden.play());
        const [all, some] = [evaluate(world.request, world.policies), evaluate(less.request, less.policies)];
        seen[all.allowed] += 1;
        expect(overturned(some, all)).toEqual([]);
      }),
      { numRuns: WORLDS },
    );
    // The worlds are worth something only where all answers come up.
    expect(Math.min(seen.yes, seen.no, seen.unknown)).toBeGreaterThan(WORLDS / 50);
  });

  it(`decide knows why, and is never overturned either (${WORLDS / 4} worlds)`, () => {
    fc.assert(
      fc.property(recordings, recordings, (tape, hidden) => {
        const world = randomEvaluation(tape.play());
        const [all, some] = [decided(world), decided(blindedWorld(world, hidden.play()))];
        if (some.allowed !== 'unknown') expect(all.allowed).toBe(some.allowed);
        expect(some.blockers.filter((layer) => !all.blockers.includes(layer))).toEqual([]);
        for (const verdict of [all, some]) {
          const gaps = Object.values(verdict.layers).flatMap((layer) => layer.gaps);
          if (verdict.allowed === 'unknown') expect(gaps).not.toEqual([]);
          if (verdict.allowed === 'yes') expect([gaps, verdict.blockers, verdict.suspects]).toEqual([[], [], []]);
          for (const { allow, deny, gaps: own } of Object.values(verdict.layers))
            if (verdict.allowed !== 'yes' && (allow === 'unknown' || deny === 'unknown')) expect(own).not.toEqual([]);
        }
      }),
      { numRuns: WORLDS / 4 },
    );
  });
});
