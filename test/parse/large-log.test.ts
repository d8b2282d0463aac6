import { describe, expect, it } from 'vitest';
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { allTexts } from './fixture-texts.ts';

/** Lines of a service that has no trouble; before the text more than is read as a whole, so that the log is searched. */
const BEFORE = ordinaryLines(4_000);
const AFTER = ordinaryLines(700);
const FIRST_LINE = BEFORE.split('\n').length;

function ordinaryLines(count: number): string {
  const line = (index: number) =>
    `2024-03-01T10:00:00Z INFO request ${index} done in ${index % 91} ms, ${index * 11} bytes sent\n`;
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** What is reported of a text. Other matters of authorization are not, so that no log is searched for them. */
function reported(text: string): Denial[] {
  return parseDenials(text).filter(({ kind }) => kind !== 'other-aws-auth');
}

/** What is reported of a log that the text stands in, with the lines as they are in the text. */
function reportedOfLog(text: string): Denial[] {
  return reported(`${BEFORE}\n${text}\n\n${AFTER}`).map((denial) => {
    const [first, last] = denial.lines;
    return { ...denial, lines: [first - FIRST_LINE, last - FIRST_LINE] };
  });
}

const denied = allTexts
  .map(({ name, text }) => ({ name, text, denials: reported(text) }))
  .filter(({ denials }) => denials.length > 0);

describe('a large log', () => {
  it('is larger than 300 KB, and reports nothing by itself', () => {
    expect(Buffer.byteLength(BEFORE + AFTER)).toBeGreaterThan(300_000);
    expect(reportedOfLog('')).toEqual([]);
  });

  it('loses no denial of any text in the fixtures', () => {
    expect(denied.length).toBeGreaterThan(1_000);
    for (const { name, text, denials } of denied) expect(reportedOfLog(text), name).toEqual(denials);
  });

  it('loses hardly any denial that a terminal of 80 columns has wrapped, maybe in the word that is searched for', () => {
    const wrapped = denied
      .map(({ name, text }) => ({ name, text: text.replace(/[^\n]{80}(?=[^\n])/g, '$&\n') }))
      .filter(({ text }) => reported(text).length > 0);
    const lost = wrapped.filter(({ text }) => reportedOfLog(text).length === 0);
    expect(wrapped.length).toBeGreaterThan(1_000);
    expect(lost.length / wrapped.length, lost.map(({ name }) => name).join(', ')).toBeLessThan(0.005);
  });
});
