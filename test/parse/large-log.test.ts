import { describe, expect, it } from 'vitest';
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { allTexts } from './fixture-texts.ts';

/** More lines than the context of a hit, so that no text is in the context of another. They are of a service without any trouble. */
const ORDINARY = Array.from(
  { length: 120 },
  (_, index) => `2024-03-01T10:00:00Z INFO request ${index} done in ${index % 91} ms, ${index * 11} bytes sent`,
);

/** What is reported of a text. Refusals for other reasons are not, so that no log is searched for them. */
function reported(text: string): Denial[] {
  return parseDenials(text).filter(({ kind }) => kind !== 'other-aws-auth');
}

/** What is reported of each text in one large log, with the lines as they are in the text. */
function reportedInLog(texts: readonly string[]): Denial[][] {
  const lines: string[] = [];
  const starts = texts.map((text) => {
    lines.push(...ORDINARY, '');
    const start = lines.length;
    lines.push(...text.split('\n'), '');
    return start;
  });
  const log = [...lines, ...ORDINARY].join('\n');
  expect(Buffer.byteLength(log)).toBeGreaterThan(300_000);
  const found = reported(log);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return found
      .filter(({ lines: [first] }) => first > start && first <= end)
      .map((denial) => ({
        ...denial,
        lines: [denial.lines[0] - start, denial.lines[1] - start],
        ...(denial.nearby && { nearby: denial.nearby.map((one) => ({ ...one, line: one.line && one.line - start })) }),
      }));
  });
}

const denied = allTexts.filter(({ text }) => reported(text).length > 0);

describe('a large log', () => {
  it('reports nothing by itself', () => {
    expect(reportedInLog(Array.from({ length: 40 }, () => 'INFO done')).flat()).toEqual([]);
  });

  it('loses no denial of any text in the fixtures', () => {
    expect(denied.length).toBeGreaterThan(1_000);
    const inLog = reportedInLog(denied.map(({ text }) => text));
    for (const [index, { name, text }] of denied.entries()) expect(inLog[index], name).toEqual(reported(text));
  });

  it('reads a pretty-printed object to both of its ends', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`parameter${index}`, index]));
    const record = {
      eventVersion: '1.08',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/a' },
      requestParameters: many,
      errorCode: 'AccessDenied',
      responseElements: many,
      eventSource: 'kms.amazonaws.com',
      eventName: 'Decrypt',
    };
    const text = JSON.stringify(record, null, 2);
    expect(reported(text)).toMatchObject([{ caller: 'arn:aws:iam::111122223333:user/a', operation: 'Decrypt' }]);
    expect(reportedInLog(Array.from({ length: 30 }, () => text))).toEqual(
      Array.from({ length: 30 }, () => reported(text)),
    );
  });

  it('loses hardly any denial that a terminal of 80 columns has wrapped, maybe in the word that is searched for', () => {
    const wrapped = denied
      .map(({ name, text }) => ({ name, text: text.replace(/[^\n]{80}(?=[^\n])/g, '$&\n') }))
      .filter(({ text }) => reported(text).length > 0);
    const inLog = reportedInLog(wrapped.map(({ text }) => text));
    const lost = wrapped.filter((_, index) => inLog[index]?.length === 0).map(({ name }) => name);
    expect(wrapped.length).toBeGreaterThan(1_000);
    expect(lost.length / wrapped.length, lost.join(', ')).toBeLessThan(0.005);
  });
});
