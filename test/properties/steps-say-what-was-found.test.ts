import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf, layerVerdict } from '../../src/evidence/blockers/verdict-layers.ts';
import type { Step } from '../../src/model/diagnosis.ts';
import type { Evidence, StatementEvidence } from '../../src/model/evidence.ts';
import type { Layer } from '../../src/model/layer.ts';
import type { PolicyRef } from '../../src/model/policy.ts';
import { runs } from '../effort.ts';
import { blinded } from './blinders.ts';
import { explore, type Found } from './explore.ts';
import { randomWorld } from './random-world.ts';
import { recordings } from './tape.ts';

const WORLDS = runs(2_000, 100_000);

/** What the step of a layer has to say. */
function expectedOf({ verdict, causes }: Found, layer: Layer): 'fail' | 'unknown' | 'no obstacle' {
  const own = causes.filter((cause) => cause.layer === layer);
  if (verdict.blockers.includes(layer) || own.some(({ certainty: rung }) => rung === 'aws' || rung === 'evaluated'))
    return 'fail';
  const open = verdict.suspects.includes(layer) || layerVerdict(verdict, layer).deny === 'unknown';
  return open ? 'unknown' : 'no obstacle';
}

function saidBy({ status }: Step): 'fail' | 'unknown' | 'no obstacle' {
  return status === 'pass' || status === 'skipped' ? 'no obstacle' : status;
}

/** Where the checklist says something else than the evaluator and the causes. */
function disagreements(found: Found): readonly string[] {
  const { verdict, causes, steps } = found;
  const failed = steps.filter(({ status }) => status === 'fail');
  const roleIsMissing = failed.some(({ id }) => id === 'role');
  const wrong: string[] = [];
  for (const layer of layersOf(verdict)) {
    const [step, ...others] = steps.filter(({ id }) => id === layer);
    if (step === undefined || others.length > 0) wrong.push(`${layer} does not have one step`);
    // A role that is not there has no trust policy: its own step says it.
    else if (layer === 'trust' && roleIsMissing) continue;
    else if (saidBy(step) !== expectedOf(found, layer)) wrong.push(`${layer} says ${step.status}`);
    if (verdict.blockers.includes(layer) && !causes.some((cause) => cause.layer === layer))
      wrong.push(`${layer} blocks without a cause`);
  }
  return [...wrong, ...contradictions(found)];
}

/** Where the checklist as a whole does not add up to the verdict. */
function contradictions({ verdict, causes, steps, denialCase }: Found): readonly string[] {
  const has = (status: Step['status']) => steps.some((step) => step.status === status);
  const isSaidByAws = denialCase.denial?.reason !== null && causes.some(({ certainty: rung }) => rung === 'aws');
  switch (verdict.allowed) {
    case 'no':
      if (has('fail') || causes.some(({ certainty: rung }) => rung === 'evaluated')) return [];
      // Two layers of which one blocks, whatever is unread: each has an open step, as `disagreements` demands.
      return verdict.suspects.length > 1 ? [] : ['denied, and nothing says why'];
    case 'yes':
      if (has('unknown')) return ['allowed, with an open step'];
      return has('fail') && !isSaidByAws ? ['allowed, and a step fails'] : [];
    case 'unknown':
      return has('unknown') || isSaidByAws ? [] : ['undetermined, without an open step'];
  }
}

/** Everything that points into a policy. */
function pointers(evidence: readonly Evidence[]): readonly StatementEvidence[] {
  return evidence.flatMap((item) => {
    if (item.kind === 'statement') return [item];
    return item.kind === 'searched' && item.nearest !== null ? [item.nearest] : [];
  });
}

/** Does the pointer lead to something in the policy that the evidence names? */
function leadsSomewhere({ policy, pointer }: StatementEvidence, { denialCase }: Found): boolean {
  const layers = Object.values(denialCase.facts.policies);
  const levels = layers.flatMap((layer) => (layer.status === 'known' ? layer.value : []));
  const documents = levels
    .flatMap(({ policies }) => policies)
    .flatMap(({ ref, document }) => (isSame(ref, policy) && document.status === 'known' ? [document.value] : []));
  const parts = pointer.split('/').slice(1);
  return documents.some((document) => {
    const at = parts.reduce<unknown>((value, part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    }, document);
    return at !== undefined;
  });
}

function isSame(left: PolicyRef, right: PolicyRef): boolean {
  return left.name === right.name && left.kind === right.kind && left.attachedTo === right.attachedTo;
}

describe('a checklist', () => {
  it(`says what the evaluator and the checks found, with evidence that is there (${WORLDS} worlds)`, () => {
    fc.assert(
      fc.property(recordings, recordings, fc.boolean(), (tape, hidden, hide) => {
        const world = randomWorld(tape.play());
        const found = explore(hide ? blinded(world, hidden.play()) : world);
        expect(disagreements(found)).toEqual([]);
        expect(new Set(found.causes.map(({ key }) => key)).size).toBe(found.causes.length);
        const evidence = [...found.causes, ...found.steps].flatMap((each) => each.evidence);
        for (const each of pointers(evidence)) {
          expect(each.excerpt).not.toBe('');
          expect(each.line).toBeGreaterThan(0);
          expect(leadsSomewhere(each, found), `${each.pointer} in ${each.policy.name}`).toBe(true);
        }
      }),
      { numRuns: WORLDS },
    );
  });
});
