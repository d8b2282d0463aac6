import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/registry.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { type CauseCase, causesOf, diagnoseSituation, pointersOf } from './tables/cause-case.ts';
import { CAUSE_CASES } from './tables/tables.ts';

const CERTAIN = ['aws', 'evaluated'];

function titleOf({ cause, name }: CauseCase): string {
  return name === undefined ? cause : `${cause}, ${name}`;
}

/** What a failed expectation shows. */
function told(diagnosis: Diagnosis): string {
  const causes = [...diagnosis.causes, ...diagnosis.related.flatMap((related) => related.causes)];
  const open = diagnosis.open.map(({ what }) => `open: ${what}`);
  return [
    diagnosis.verdict,
    ...causes.map(({ id, rung, summary, fix }) => `${id} (${rung}, ${fix?.check}) ${summary}`),
    ...open,
  ].join('\n');
}

describe.each(CAUSE_CASES.map((one) => [titleOf(one), one] as const))('%s', (_, one) => {
  it('is the cause where it is, with evidence and a proven fix', async () => {
    const diagnosis = await diagnoseSituation(one.is);
    const [cause] = causesOf(diagnosis, one.cause, one.related);
    expect(cause?.id, told(diagnosis)).toBe(one.cause);
    if (cause === undefined) return;
    expect({ rung: cause.rung, check: cause.fix?.check ?? null }, told(diagnosis)).toEqual({
      rung: one.rung,
      check: one.check,
    });
    if (one.pointer !== undefined) expect(pointersOf(cause), told(diagnosis)).toContain(one.pointer);
  });

  it('is not the cause where it is not', async () => {
    const diagnosis = await diagnoseSituation(one.isNot);
    expect(causesOf(diagnosis, one.cause, one.related), told(diagnosis)).toEqual([]);
  });

  const { unknown } = one;
  it.skipIf(unknown === undefined)('is not certain where nobody can tell', async () => {
    if (unknown === undefined) return;
    const diagnosis = await diagnoseSituation(unknown);
    const certain = causesOf(diagnosis, one.cause, one.related).filter(({ rung }) => CERTAIN.includes(rung));
    expect(certain, told(diagnosis)).toEqual([]);
    expect(diagnosis.verdict, told(diagnosis)).toBe('undetermined');
  });
});

describe('the tables', () => {
  it('have a case for every cause', () => {
    const told = new Set<string>(CAUSE_CASES.map(({ cause }) => cause));
    expect(CHECKS.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });
});
