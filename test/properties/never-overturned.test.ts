import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf, layerVerdict } from '../../src/evidence/blockers/verdict-layers.ts';
import type { Layer } from '../../src/model/layer.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { runs } from '../effort.ts';
import { blinded } from './blinders.ts';
import { decided } from './explore.ts';
import { randomWorld } from './random-world.ts';
import { recordings } from './tape.ts';

const WORLDS = runs(2_000, 100_000);

/** What the checklist says of a layer; only an open answer may become another one. */
function answerOf(verdict: Verdict, layer: Layer): 'blocks' | 'open' | 'lets through' {
  if (verdict.blockers.includes(layer)) return 'blocks';
  return verdict.suspects.includes(layer) || layerVerdict(verdict, layer).deny === 'unknown' ? 'open' : 'lets through';
}

describe('learning more', () => {
  it(`never overturns an answer, neither the verdict nor that of a layer (${WORLDS} worlds)`, () => {
    fc.assert(
      fc.property(recordings, recordings, (tape, hidden) => {
        const world = randomWorld(tape.play());
        const all = decided(world).verdict;
        const less = decided(blinded(world, hidden.play())).verdict;
        if (less.allowed !== 'unknown') expect(all.allowed).toBe(less.allowed);
        for (const layer of layersOf(less)) {
          const before = answerOf(less, layer);
          if (before !== 'open') expect(`${layer} ${answerOf(all, layer)}`).toBe(`${layer} ${before}`);
        }
      }),
      { numRuns: WORLDS },
    );
  });
});
