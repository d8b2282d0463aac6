import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import type { Cause, Change, Diagnosis } from '../../src/model/diagnosis.ts';
import { getPointer } from '../../src/policy/pointer.ts';
import { type CauseCase, causesOf, diagnoseSituation, pointersOf } from './tables/cause-case.ts';
import { CAUSE_CASES } from './tables/tables.ts';

const CERTAIN = ['aws', 'evaluated'];

function titleOf({ cause, name }: CauseCase): string {
  return name === undefined ? cause : `${cause}, ${name}`;
}

/** True where all that was there is there still. A whole document keeps its statements; a Version may be set. */
function keeps(before: unknown, after: unknown, pointer: string): boolean {
  if (before === null || before === undefined || pointer === '/Version') return true;
  if (pointer === '') return keeps(getPointer(before, '/Statement'), getPointer(after, '/Statement'), '/Statement');
  const [old, now] = [[before].flat(), [after].flat()].map((list) => list.map((each) => JSON.stringify(each)));
  return old?.every((each) => now?.includes(each) === true) === true;
}

/** The texts in a value, those that were several in one text apart. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(',').map((text) => text.trim());
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** True where the values of a condition stand in it still, perhaps under another operator or key. */
function keepsCondition({ pointer, before }: Change, changes: readonly Change[]): boolean {
  const after = changes.flatMap((change) => textsOf(change.after));
  return pointer.includes('/Condition/') && textsOf(before).every((text) => after.includes(text));
}

/** True for a cause whose evidence is a statement that denies. */
function isOfDeny(causes: readonly Cause[], id: string): boolean {
  const evidence = causes.filter((cause) => cause.id === id).flatMap((cause) => cause.evidence);
  return evidence.some((each) => each.kind === 'statement' && each.nearMiss === null);
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
  let shared: Promise<Diagnosis> | undefined;
  const diagnosed = () => {
    shared ??= diagnoseSituation(one.is);
    return shared;
  };

  it('is the cause where it is, with evidence and a proven fix', async () => {
    const diagnosis = await diagnosed();
    const [cause] = causesOf(diagnosis, one.cause, one.related);
    expect(cause?.id, told(diagnosis)).toBe(one.cause);
    if (cause === undefined) return;
    // Advice that nothing can try leaves it open.
    const check = cause.fix === null ? null : (cause.fix.check ?? 'open');
    expect({ rung: cause.rung, check }, told(diagnosis)).toEqual({
      rung: one.rung,
      check: one.check,
    });
    if (cause.fix?.check === null) expect([cause.fix.changes, cause.fix.request]).toEqual([[], undefined]);
    if (one.pointer !== undefined) expect(pointersOf(cause), told(diagnosis)).toContain(one.pointer);
  });

  it('has a fix that takes nothing away', async () => {
    const { causes: own, related } = await diagnosed();
    const causes = [...own, ...related.flatMap((each) => each.causes)];
    expect(causes).not.toEqual([]);
    for (const { id, fix } of causes) {
      // An explicit deny is exempted, and what nobody is any more is replaced.
      const mayReplace =
        /deny|exemption|stale-principal|revoked|quarantine/.test(id) || fix === null || isOfDeny(causes, id);
      const lost = mayReplace
        ? []
        : fix.changes.filter(
            (change) => !keeps(change.before, change.after, change.pointer) && !keepsCondition(change, fix.changes),
          );
      expect(lost, id).toEqual([]);
    }
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
    expect(CAUSES.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });
});
