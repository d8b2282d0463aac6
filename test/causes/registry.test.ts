import { describe, expect, it } from 'vitest';
import { findBlockages } from '../../src/evidence/blockers/find-blockers.ts';
import { findCauses } from '../../src/causes/find-causes.ts';
import { CHECKS } from '../../src/causes/registry.ts';
import { LAYERS } from '../../src/model/layer.ts';
import { caseOf } from '../cases/tables/cause-case.ts';
import { CAUSE_CASES } from '../cases/tables/tables.ts';

/** What a blockage can be; RCPFullAWSAccess is attached everywhere, so that an RCP never lacks an Allow. */
const KINDS = LAYERS.flatMap((layer) =>
  (['explicit-deny', 'missing-allow', 'named-by-aws'] as const)
    .filter((kind) => layer !== 'rcp' || kind !== 'missing-allow')
    .map((kind) => `${layer} ${kind}`),
);

describe('the registry', () => {
  it('has each id once, named after a layer or what it is about', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const about = [...LAYERS, 'caller', 'credentials', 'passrole', 'web-identity', 'saml'].join('|');
    expect(ids.filter((id) => !new RegExp(`^(${about})\\.[a-z0-9]+(-[a-z0-9]+)*$`).test(id))).toEqual([]);
  });

  it('says of each cause what it is, why it happens and how to fix it', () => {
    const poor = CHECKS.filter(({ doc }) => [doc.what, doc.why, doc.fix].some((text) => !/^\S.{12,}[.!]$/s.test(text)));
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it('says what each cause is in one sentence, short and plain enough for a row of a table', () => {
    const LONGEST = 160;
    const isSentence = (text: string) => /^[^\n]+\.$/.test(text) && !/[.!?]\s/.test(text);
    const isPlain = (text: string) => !/[|`*<>[\]\\]|(^|\W)_|_(\W|$)/.test(text);
    const bad = CHECKS.filter(({ doc: { what } }) => what.length > LONGEST || !isSentence(what) || !isPlain(what));
    expect(bad.map(({ id, doc: { what } }) => `${id} (${what.length}): ${what}`)).toEqual([]);
  });

  it('explains every blockage, in every layer and of every kind', async () => {
    const seen = new Set<string>();
    for (const { is, isNot, unknown } of CAUSE_CASES) {
      for (const situation of [is, isNot, ...(unknown === undefined ? [] : [unknown])]) {
        const subject = await caseOf(situation);
        const blockages = findBlockages(subject);
        for (const { layer, kind } of blockages) seen.add(`${layer} ${kind}`);
        const explained = findCauses(subject).filter(({ blockage }) => blockage !== null);
        expect(explained.length, situation.text).toBe(blockages.length);
      }
    }
    expect(KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
  }, 60_000);
});
