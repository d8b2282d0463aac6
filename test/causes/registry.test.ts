import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { CAUSES } from '../../src/causes/registry.ts';
import { pageOf } from '../../src/causes/texts/pages.ts';
import { textKeys, textOf } from '../../src/causes/texts/text-of.ts';
import { LAYERS } from '../../src/model/layer.ts';
import { caseOf } from '../cases/tables/cause-case.ts';
import { CAUSE_CASES } from '../cases/tables/tables.ts';

const TEXTS = CAUSES.map(({ id }) => ({ id, text: textOf(id) }));

/** What a blocker can be; RCPFullAWSAccess is attached everywhere, so that an RCP never lacks an Allow. */
const KINDS = LAYERS.flatMap((layer) =>
  (['explicit-deny', 'missing-allow', 'named-by-aws'] as const)
    .filter((kind) => layer !== 'rcp' || kind !== 'missing-allow')
    .map((kind) => `${layer} ${kind}`),
);

describe('the registry', () => {
  it('has each id once, named after a layer or what it is about', () => {
    const ids = CAUSES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const about = [...LAYERS, 'caller', 'credentials', 'passrole', 'web-identity', 'saml'].join('|');
    expect(ids.filter((id) => !new RegExp(`^(${about})\\.[a-z0-9]+(-[a-z0-9]+)*$`).test(id))).toEqual([]);
  });

  it('has one text for each cause: what it is, why it happens and how to fix it', () => {
    const poor = TEXTS.filter(({ text }) =>
      [text?.what, text?.why, text?.fix].some((part) => part === undefined || !/^\S.{12,}[.!]$/s.test(part)),
    );
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it('has a page of AWS for each cause', () => {
    const bad = CAUSES.map(({ id }) => ({ id, page: pageOf(id) ?? '' })).filter(
      ({ page }) =>
        !/^https:\/\/(docs\.aws\.amazon\.com\/[\w/.-]+\.html(#[\w-]+)?|aws\.amazon\.com\/blogs\/security\/[\w-]+\/)$/.test(
          page,
        ),
    );
    expect(bad).toEqual([]);
  });

  it('has no text that belongs to no cause', () => {
    const ids: readonly string[] = CAUSES.map(({ id }) => id);
    const spare = textKeys().filter((key) => !ids.some((id) => id === key || id.endsWith(`.${key}`)));
    expect(spare).toEqual([]);
  });

  it('says what each cause is in one sentence, short and plain enough for a row of a table', () => {
    const LONGEST = 160;
    const isSentence = (text: string) => /^[^\n]+\.$/.test(text) && !/[.!?]\s/.test(text);
    const isPlain = (text: string) => !/[|`*<>[\]\\]|(^|\W)_|_(\W|$)/.test(text);
    const bad = TEXTS.map(({ id, text }) => ({ id, what: text?.what ?? '' })).filter(
      ({ what }) => what.length > LONGEST || !isSentence(what) || !isPlain(what),
    );
    expect(bad.map(({ id, what }) => `${id} (${what.length}): ${what}`)).toEqual([]);
  });

  it('calls the policies of a layer by one name', () => {
    const other =
      /polic(y|ies) of the (resource|VPC endpoint)|resource’s policy|(resource|identity)-based|^A policy of the caller/i;
    const bad = TEXTS.filter(({ text }) => other.test([text?.what, text?.why, text?.fix].join(' ')));
    expect(bad.map(({ id }) => id)).toEqual([]);
  });

  it('explains every blocker, in every layer and of every kind', async () => {
    const seen = new Set<string>();
    for (const { is, isNot, unknown } of CAUSE_CASES) {
      for (const situation of [is, isNot, ...(unknown === undefined ? [] : [unknown])]) {
        const denialCase = await caseOf(situation);
        const { blockers } = denialCase;
        for (const { layer, kind } of blockers) seen.add(`${layer} ${kind}`);
        const explained = findCauses(denialCase).filter(({ blocker }) => blocker !== null);
        expect(explained.length, situation.text).toBe(blockers.length);
      }
    }
    expect(KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

describe('the sentence of a cause', () => {
  it('names the statement that its evidence begins with', async () => {
    const wrong: string[] = [];
    for (const { is, unknown } of CAUSE_CASES) {
      for (const situation of [is, ...(unknown === undefined ? [] : [unknown])]) {
        for (const { id, summary, evidence } of findCauses(await caseOf(situation))) {
          const [first] = evidence;
          if (first.kind !== 'statement') continue;
          const { policy, statement } = first;
          const isNamed = summary.includes(policy.name) && summary.includes(`statement ${statement.index}`);
          if (!isNamed) wrong.push(`${id}: ${summary}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
