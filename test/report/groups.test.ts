import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { groupsOf } from '../../src/report/groups.ts';
import { render } from '../../src/report/render.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { trustNearMiss } from './diagnoses/trust-near-miss.ts';

function by(name: string, diagnosis: Diagnosis, parts: Partial<Diagnosis['request']> = {}): Diagnosis {
  const { request } = diagnosis;
  return {
    ...diagnosis,
    request: { ...request, principal: request.principal && { ...request.principal, name }, ...parts },
  };
}

describe('denials of one cause and one principal', () => {
  const [first, second, other] = [
    by('ci', guardrailAndGap, { action: 'dynamodb:PutItem' }),
    by('ci', guardrailAndGap, { action: 'dynamodb:GetItem' }),
    by('ops', trustNearMiss),
  ] as const;

  it('are one group, in the order of the input', () => {
    const groups = groupsOf([first, other, second]);
    expect(groups.map(({ members }) => members.map(({ index }) => index))).toEqual([[0, 2], [1]]);
    expect(groups[0]?.count).toBe(first.count + second.count);
  });

  it('are reported once, under an overview that names their actions', () => {
    const report = render([first, other, second], 'text');
    expect(report.match(/ {2}denied/gm)).toHaveLength(2);
    const [overview = ''] = report.split('─');
    expect(overview).toContain('dynamodb:PutItem, dynamodb:GetItem');
    expect(report).toContain('1 more distinct denial not shown (use --all)');
  });

  it('of another principal are another group', () => {
    expect(groupsOf([first, by('dev', guardrailAndGap)])).toHaveLength(2);
  });

  it('that do not fit on a screen begin with totals, the most frequent first', () => {
    const many = Array.from({ length: 30 }, (_, index) => by(`role-${index % 25}`, { ...guardrailAndGap, count: 1 }));
    const report = render(many, 'text');
    expect(report).toMatch(/^30 denials in 25 groups\nby cause: 30× /);
    expect(report).toMatch(/^by principal: 2× /m);
    expect(report).toContain('\nand 7 more groups (use --all)\n');
    const [overview = ''] = render(many, 'markdown').split('###');
    expect(overview).toMatch(/^- 30 denials in 25 groups\n- by cause: 30× .*\n- by principal: 2× /m);
    expect(overview.match(/^\| \d/gm)).toHaveLength(18);
    expect(overview).toContain('\nand 7 more groups (use --all)\n');
    expect(render(many, 'markdown', { all: true }).match(/^\| \d+× /gm)).toHaveLength(25);
  });

  it('have one annotation, which counts the others; with --all each has its own', () => {
    const annotations = render([first, other, second], 'github').trimEnd().split('\n');
    expect(annotations).toHaveLength(2);
    expect(annotations[0]).toMatch(/%0Aand 1 more distinct denial of the same cause and principal \(use --all\)$/);
    expect(annotations[1]).not.toContain('more distinct denial');
    expect(render([first, other, second], 'github', { all: true }).trimEnd().split('\n')).toHaveLength(3);
  });
});
