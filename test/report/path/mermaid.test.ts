import { describe, expect, it } from 'vitest';
import { escapeMermaid } from '../../../src/report/escape/mermaid.ts';
import { render } from '../../../src/report/render.ts';
import { ATTACKS, hostile } from '../diagnoses/hostile.ts';
import { nothingSeen } from '../diagnoses/others.ts';
import { trustNearMiss } from '../diagnoses/trust-near-miss.ts';

/** The charts of a report in Markdown, line by line. */
function charts(report: string): readonly (readonly string[])[] {
  return Array.from(report.matchAll(/```mermaid\n(.*?)\n```/gs), ([, chart = '']) => chart.split('\n'));
}

/** Everything that a line of a chart may be: nothing of others is outside of a label, and no label holds what could end it. */
const LABEL = String.raw`"(?:[^\p{S}"#;&\x60*_:.@()[\]{}\\%]|✓|✗|#\d+;|<br>)*"`;
const LINE = new RegExp(
  String.raw`^(flowchart (LR|TD)|  accTitle: Decision path|  (s\d|end_)(\[${LABEL}\]|\{\{${LABEL}\}\}|\(\[${LABEL}\]\))|  s\d (-->|-\.->|--x) (s\d|end_))$`,
  'u',
);

describe('the decision path in Markdown', () => {
  it('is one chart for each denial', () => {
    expect(charts(render([trustNearMiss], 'markdown'))).toHaveLength(1);
  });

  it('breaks the line behind what blocks, and has six corners there', () => {
    const [chart = []] = charts(render([trustNearMiss], 'markdown'));
    const box = chart.findIndex((line) => line.includes('{{'));
    expect(chart[box]).toContain('✗ Trust policy');
    const name = /s\d/.exec(chart[box] ?? '')?.[0];
    expect(chart.filter((line) => line.includes('--x'))).toEqual([expect.stringMatching(`^  ${name} --x `)]);
  });

  it('is left out where nothing is known to block', () => {
    expect(charts(render([nothingSeen], 'markdown'))).toEqual([]);
  });

  it('stays a chart, whatever the names are', () => {
    const [step] = trustNearMiss.steps.filter(({ status }) => status === 'fail');
    const steps = hostile.steps.map((one) => (one.id === 'identity' && step ? { ...step, title: one.title } : one));
    const [chart = []] = charts(render([{ ...hostile, steps }], 'markdown'));
    expect(chart.length).toBeGreaterThan(5);
    for (const line of chart) expect(line).toMatch(LINE);
  });

  it.each([
    ...Object.values(ATTACKS),
    '"] --> evil["x',
    '1. one',
    '- one',
    '%%{init: {"theme":"x"}}%%',
    '`**md**`',
    'click a "https://evil.example"',
    '#quot;',
  ])('has labels that are nothing but words: %j', (value) => {
    expect(`"${escapeMermaid(value)}"`).toMatch(new RegExp(`^${LABEL}$`, 'u'));
  });
});
