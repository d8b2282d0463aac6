import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { notGiven } from '../../../src/model/gap.ts';
import type { StepId } from '../../../src/model/step-id.ts';
import { decisionPath } from '../../../src/report/path/decision-path.ts';
import { diagnosis } from '../diagnoses/parts.ts';
import { trustNearMiss } from '../diagnoses/trust-near-miss.ts';

type Step = Diagnosis['steps'][number];

/** A path as its stages, each with its status and what is known of the way to it. */
function told(steps: readonly Step[], assumptions: Diagnosis['assumptions'] = []): readonly string[] | null {
  const path = decisionPath(diagnosis({ steps, assumptions }));
  return path && [...path.stages.map(({ id, status, reach }) => `${id} ${status} ${reach}`), path.outcome];
}

function step(id: StepId, status: Step['status']): Step {
  const words = { id, title: id, summary: '', rung: 'evaluated' } as const;
  switch (status) {
    case 'pass':
    case 'skipped':
      return { ...words, status, evidence: [], gaps: [] };
    case 'fail':
      return { ...words, status, evidence: [{ kind: 'absent', call: 'iam:GetRole', on: 'x' }], gaps: [] };
    case 'unknown':
      return { ...words, status, evidence: [], gaps: [notGiven({ what: id, toPass: null })] };
  }
}

describe('the decision path', () => {
  it('goes from the caller to the resource, in whatever order the steps come', () => {
    const ids = ['trust', 'rcp', 'scp', 'session', 'boundary', 'endpoint', 'identity', 'caller'] as const;
    expect(told(ids.map((id) => step(id, 'pass')))).toEqual([
      ...['caller', 'identity', 'boundary', 'session', 'scp', 'trust', 'rcp', 'endpoint'].map(
        (id) => `${id} pass reached`,
      ),
      'reached',
    ]);
  });

  it('ends where the first stage blocks, and what comes behind it keeps its own status', () => {
    const steps = [step('caller', 'pass'), step('identity', 'fail'), step('scp', 'pass'), step('trust', 'fail')];
    expect(told(steps)).toEqual([
      'caller pass reached',
      'identity fail reached',
      'scp pass blocked',
      'trust fail blocked',
      'blocked',
    ]);
  });

  it('is uncertain behind what is not known, until something blocks for certain', () => {
    const steps = [step('caller', 'pass'), step('identity', 'unknown'), step('scp', 'skipped'), step('trust', 'fail')];
    expect(told(steps)).toEqual([
      'caller pass reached',
      'identity unknown reached',
      'scp skipped uncertain',
      'trust fail uncertain',
      'blocked',
    ]);
    expect(told(steps.slice(0, 3))?.at(-1)).toBe('uncertain');
  });

  it('tells what is assumed from what plays no part', () => {
    const steps = [step('caller', 'pass'), step('session', 'pass'), step('endpoint', 'skipped')];
    const assumed = [{ what: 'no session policy', why: 'the default', step: 'session' }] as const;
    expect(told(steps, assumed)).toEqual([
      'caller pass reached',
      'session assumed reached',
      'endpoint skipped reached',
      'reached',
    ]);
  });

  it.each<[Step['status'], boolean]>([
    ['pass', false],
    ['skipped', false],
    ['fail', true],
    ['unknown', true],
  ])('shows the role where it is in question: %s', (status, isShown) => {
    const stages = told([step('caller', 'pass'), step('role', status), step('trust', 'pass')]) ?? [];
    expect(stages.some((stage) => stage.startsWith('role '))).toBe(isShown);
  });

  it('is none without a checklist, or with the caller alone', () => {
    expect(told([])).toBeNull();
    expect(told([step('caller', 'fail')])).toBeNull();
  });

  it('says nothing that the checklist does not say', () => {
    for (const { step: shown } of decisionPath(trustNearMiss)?.stages ?? [])
      expect(trustNearMiss.steps).toContain(shown);
  });
});
