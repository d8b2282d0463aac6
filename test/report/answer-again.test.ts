import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { render } from '../../src/report/render.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { trustNearMiss } from './diagnoses/trust-near-miss.ts';

const HEIGHT = 24;
const report = render([trustNearMiss], 'text');
const answer = report.slice(0, report.indexOf('\n\n') + 1);

/** The rows that a terminal of 80 columns needs. */
function rowsOf(text: string): number {
  return text
    .trimEnd()
    .split('\n')
    .reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 80)), 0);
}

function by(name: string): Diagnosis {
  const { request } = guardrailAndGap;
  return {
    ...guardrailAndGap,
    request: { ...request, principal: request.principal && { ...request.principal, name } },
  };
}

describe('a report that is longer than the terminal is high', () => {
  it('ends with its answer, under an empty line', () => {
    expect(answer).toMatch(/^✗ .*\n(?: {2}.*\n)*→ /);
    expect(render([trustNearMiss], 'text', { height: HEIGHT })).toBe(`${report}\n${answer}`);
  });

  it('is known by its rows, whatever its colours: a long line takes several, and the prompt one', () => {
    const red = (text: string) => `<red>${text}</red>`;
    const color = { bold: red, dim: red, red, green: red, yellow: red };
    const rows = rowsOf(report);
    for (const look of [{}, { color }, { hyperlinks: true }]) {
      const once = render([trustNearMiss], 'text', look);
      expect(render([trustNearMiss], 'text', { ...look, height: rows + 1 })).toBe(once);
      expect(render([trustNearMiss], 'text', { ...look, height: rows })).not.toBe(once);
    }
  });

  it('about several denials ends with the lines of -q for the first groups, six at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(by);
    const lines = render(many, 'text', { detail: 'quiet' }).split('\n');
    const whole = render(many, 'text');
    expect(render(many, 'text', { height: 100 })).toBe(`${whole}\n${lines.slice(0, 6).join('\n')}\n`);
  });

  it('ends with no more of these lines than the terminal shows together', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map(by);
    const [first = '', second = ''] = render(many, 'text', { detail: 'quiet' }).split('\n');
    const whole = render(many, 'text');
    const height = 1 + rowsOf(first) + rowsOf(second) + 1;
    expect(render(many, 'text', { height })).toBe(`${whole}\n${first}\n${second}\n`);
  });

  it('then refers to what is above', () => {
    const [first, second] = render([guardrailAndGap], 'text', { height: HEIGHT }).split('dynamodb:PutItem  denied');
    expect(first?.replace(/\s+/g, ' ')).toContain('1 other cause below blocks it too');
    expect(second?.replace(/\s+/g, ' ')).toContain('1 other cause above blocks it too');
  });

  it('has nothing to repeat where the request is allowed', () => {
    const allowed: Diagnosis = { ...guardrailAndGap, denial: null, verdict: 'allowed', causes: [] };
    expect(render([allowed], 'text', { height: 3 })).toBe(render([allowed], 'text'));
  });

  it('stays as it is with -q and in the other formats', () => {
    for (const format of FORMAT_NAMES.filter((name) => name !== 'text'))
      expect(render([trustNearMiss], format, { height: 3 })).toBe(render([trustNearMiss], format));
    const quiet = { detail: 'quiet' } as const;
    expect(render([trustNearMiss], 'text', { ...quiet, height: 1 })).toBe(render([trustNearMiss], 'text', quiet));
  });
});
