import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { html } from '../../../src/report/escape/html.ts';
import { visible } from '../../../src/report/escape/visible.ts';
import { render } from '../../../src/report/render.ts';
import { guardrailAndGap } from '../diagnoses/guardrail-and-gap.ts';
import { ATTACKS, hostile, hostileAndOpen } from '../diagnoses/hostile.ts';
import { allowed, contradicted, expiredSession, nothingSeen, passRoleAndTrust } from '../diagnoses/others.ts';
import { trustNearMiss } from '../diagnoses/trust-near-miss.ts';
import { parsePage } from './markup.ts';

const PAGES: readonly (readonly [string, readonly Diagnosis[]])[] = [
  ['none', []],
  ['a near miss', [trustNearMiss]],
  ['two causes', [guardrailAndGap]],
  ['nothing seen', [nothingSeen]],
  ['credentials', [expiredSession]],
  ['allowed', [allowed]],
  ['several', [contradicted, passRoleAndTrust, trustNearMiss, guardrailAndGap]],
  ['hostile', [hostile, hostileAndOpen]],
];

describe.each(PAGES)('the page of %s', (_name, diagnoses) => {
  const page = render(diagnoses, 'html', { all: true });
  const { tags, style } = parsePage(page);

  it('loads nothing, runs nothing, and leads to AWS’s pages only', () => {
    const names = new Set(tags.map(({ name }) => name));
    for (const name of ['script', 'img', 'iframe', 'object', 'form', 'link', 'base', 'image', 'use', 'foreignobject'])
      expect(names).not.toContain(name);
    for (const { name, attributes } of tags)
      for (const [attribute, value] of attributes) {
        expect(attribute).not.toMatch(/^on|^style$|^src/);
        if (attribute !== 'href') continue;
        expect(name).toBe('a');
        expect(value).toMatch(
          /^(https:\/\/(docs|[\w-]+\.)*console\.aws\.amazon\.com\/|https:\/\/docs\.aws\.amazon\.com\/|#denial-\d+$)/,
        );
      }
    expect(style).not.toMatch(/@import|url\(|@font-face/);
  });

  it('lets in its own style and nothing else', () => {
    const policy = tags.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    const digest = createHash('sha256').update(style).digest('base64');
    expect(policy?.attributes.get('content')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('has headings without gaps, ids once, and words for every picture', () => {
    const levels = tags.flatMap(({ name }) => /^h(\d)$/.exec(name)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = tags.flatMap(({ attributes }) => /^#(.*)/.exec(attributes.get('href') ?? '')?.[1] ?? []);
    for (const anchor of anchors) expect(ids).toContain(anchor);
    for (const { attributes } of tags.filter(({ name }) => name === 'svg'))
      expect(attributes.get('aria-label')).toMatch(/^Decision path\. /);
  });
});

describe('a value', () => {
  it('reads as it is, and is nothing but words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const { tags, text } = parsePage(html`<p title="${value}">${value}</p>`.toString());
        expect(text).toBe(visible(value));
        expect(tags.map(({ name }) => name)).toEqual(['p']);
        expect(tags[0]?.attributes.get('title')).toBe(visible(value));
      }),
    );
  });

  it('of an attack stands in the page, written out', () => {
    const { text } = parsePage(render([hostile], 'html'));
    for (const attack of Object.values(ATTACKS)) expect(text).toContain(visible(attack));
  });
});

describe('a page', () => {
  it('marks what does not fit in its line, and says why below', () => {
    const page = render([trustNearMiss], 'html');
    expect(page).toMatch(/role\/<mark>ci-deploy<\/mark>/);
    expect(page).toContain('<span class="why">↑ different name: policy has ci-deploy, request has ci-deployer</span>');
  });

  it('has the change as lines that go and lines that come', () => {
    const { tags } = parsePage(render([trustNearMiss], 'html'));
    const names = tags.map(({ name }) => name);
    expect(names).toContain('del');
    expect(names).toContain('ins');
  });

  it('of several denials leads from the overview to each report', () => {
    const { tags } = parsePage(render([contradicted, trustNearMiss, guardrailAndGap], 'html'));
    const links = tags.flatMap(({ attributes }) => /^#.*/.exec(attributes.get('href') ?? '')?.[0] ?? []);
    expect(links).toEqual(['#denial-1', '#denial-2', '#denial-3']);
  });

  it('draws the same path from left to right and from top to bottom', () => {
    const { tags } = parsePage(render([trustNearMiss], 'html'));
    const pictures = tags.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes);
    expect(pictures.map((attributes) => attributes.get('class'))).toEqual(['across', 'down']);
    expect(pictures[0]?.get('aria-label')).toBe(pictures[1]?.get('aria-label'));
    expect(pictures[0]?.get('aria-label')).toContain('Trust policy: blocks it');
  });
});

it('the program loads what prints the page only where a page is wanted', () => {
  const dist = join(import.meta.dirname, '../../../dist');
  const isIn = (file: string) => readFileSync(join(dist, file), 'utf8').includes('<!doctype html>');
  expect([isIn('cli.cjs'), isIn('html.js')]).toEqual([false, true]);
});
