import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf, layerVerdict } from '../../src/checks/verdict-layers.ts';
import type { Evidence, StatementEvidence } from '../../src/model/evidence.ts';
import { blinded } from './blinders.ts';
import { explore, type Found } from './case-of-world.ts';
import { randomWorld } from './random-world.ts';
import { Tape, tapes } from './tape.ts';

const RUNS = Number(process.env['DENYTRACE_WORLDS'] ?? 20_000);
const MINUTES = 60_000;

/** A layer's step, in the two answers that learning more must never exchange. */
function answerOf({ steps }: Found, id: string): 'blocks' | 'open' | 'lets through' | undefined {
  const status = steps.find((step) => step.id === id)?.status;
  if (status === undefined) return undefined;
  if (status === 'unknown') return 'open';
  return status === 'fail' ? 'blocks' : 'lets through';
}

/** Where the checklist says something else than the evaluator and the causes. */
function disagreements(found: Found): readonly string[] {
  const { verdict, causes, steps, subject } = found;
  const roleFails = steps.some(({ id, status }) => id === 'role' && status === 'fail');
  const wrong: string[] = [];
  for (const layer of layersOf(verdict)) {
    const own = steps.filter(({ id }) => id === layer);
    const [step] = own;
    if (step === undefined || own.length > 1) {
      wrong.push(`${layer} has ${own.length} steps`);
      continue;
    }
    if (layer === 'trust' && roleFails) continue;
    const blocks = verdict.blockers.includes(layer);
    const certain = causes.some(
      (cause) => cause.layer === layer && (cause.rung === 'aws' || cause.rung === 'evaluated'),
    );
    const suspected = verdict.suspects.includes(layer) || layerVerdict(verdict, layer).deny === 'unknown';
    const expected = blocks || certain ? 'fail' : suspected ? 'unknown' : 'pass or skipped';
    const said = step.status === 'pass' || step.status === 'skipped' ? 'pass or skipped' : step.status;
    if (said !== expected) wrong.push(`${layer}: ${said}, and it has to be ${expected}`);
    if (step.status === 'unknown' && step.gaps.length === 0) wrong.push(`${layer} is unknown without a gap`);
    if (step.status === 'fail' && step.evidence.length === 0) wrong.push(`${layer} fails without evidence`);
    if (blocks && !causes.some((cause) => cause.layer === layer)) wrong.push(`${layer} blocks without a cause`);
  }
  const fails = steps.some(({ status }) => status === 'fail');
  const anyCertain = causes.some(
    ({ rung, blockage }) => rung !== 'unknown' && (rung !== 'likely' || blockage !== null),
  );
  if (verdict.allowed === 'no' && !fails && !anyCertain) wrong.push('denied, and nothing says why');
  if (verdict.allowed === 'yes' && verdict.blockers.length > 0) wrong.push('allowed, and something blocks');
  if (verdict.allowed === 'yes' && steps.some(({ status }) => status === 'unknown'))
    wrong.push('allowed with open steps');
  if (verdict.allowed === 'unknown' && subject.facts.role === null && !steps.some(({ status }) => status === 'unknown'))
    wrong.push('undetermined without an open step');
  return wrong;
}

/** Everything that points into a policy. */
function statements(evidence: readonly Evidence[]): readonly StatementEvidence[] {
  return evidence.flatMap((item) => {
    if (item.kind === 'statement') return [item];
    return item.kind === 'searched' && item.nearest !== null ? [item.nearest] : [];
  });
}

describe('in random worlds', () => {
  it(
    `learning more never overturns an answer (${RUNS} worlds)`,
    () => {
      fc.assert(
        fc.property(tapes, tapes, (bytes, hidden) => {
          const world = randomWorld(new Tape(bytes));
          const all = explore(world);
          const less = explore(blinded(world, new Tape(hidden)));
          if (less.verdict.allowed !== 'unknown') expect(all.verdict.allowed).toBe(less.verdict.allowed);
          for (const layer of layersOf(less.verdict)) {
            const before = answerOf(less, layer);
            if (before !== 'open') expect([layer, answerOf(all, layer)]).toEqual([layer, before]);
          }
        }),
        { numRuns: RUNS },
      );
    },
    10 * MINUTES,
  );

  it(
    `the steps say what the evaluator and the checks found, with evidence that is there (${RUNS} worlds)`,
    () => {
      fc.assert(
        fc.property(tapes, tapes, fc.boolean(), (bytes, hidden, hide) => {
          const world = randomWorld(new Tape(bytes));
          const found = explore(hide ? blinded(world, new Tape(hidden)) : world);
          expect(disagreements(found)).toEqual([]);
          expect(new Set(found.causes.map(({ key }) => key)).size).toBe(found.causes.length);
          for (const { excerpt, line } of statements(found.causes.flatMap(({ evidence }) => evidence))) {
            expect(excerpt).not.toBe('');
            expect(line).toBeGreaterThan(0);
          }
        }),
        { numRuns: RUNS },
      );
    },
    10 * MINUTES,
  );
});
