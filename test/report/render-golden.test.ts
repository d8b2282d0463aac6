import { describe, expect, it } from 'vitest';
import type { FormatName } from '../../src/report/formats.ts';
import type { RenderOptions } from '../../src/report/options.ts';
import { render } from '../../src/report/render.ts';
import { expectGolden, expectOnlyGoldens } from '../golden.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { allowed, contradicted, expiredSession, nothingSeen, passRoleAndTrust } from './diagnoses/others.ts';
import { trustNearMiss } from './diagnoses/trust-near-miss.ts';

const STORIES: readonly (readonly [golden: string, Parameters<typeof render>[0], FormatName, RenderOptions])[] = [
  ['trust-near-miss.txt', [trustNearMiss], 'text', {}],
  ['trust-near-miss-wide.txt', [trustNearMiss], 'text', { width: 130 }],
  ['trust-near-miss-verbose.txt', [trustNearMiss], 'text', { detail: 'verbose' }],
  ['trust-near-miss-terraform.txt', [trustNearMiss], 'text', { fixFormat: 'terraform', fixDir: 'fixes' }],
  ['trust-near-miss.md', [trustNearMiss], 'markdown', {}],
  ['guardrail-and-gap.txt', [guardrailAndGap], 'text', { lines: [[12, 4711]] }],
  ['guardrail-and-gap.md', [guardrailAndGap], 'markdown', { lines: [[12, 4711]] }],
  ['passrole-and-trust.txt', [passRoleAndTrust], 'text', {}],
  ['expired-session.txt', [expiredSession], 'text', {}],
  ['contradicted.txt', [contradicted], 'text', {}],
  ['nothing-seen.txt', [nothingSeen], 'text', {}],
  ['can-allowed.txt', [allowed], 'text', {}],
  ['several.quiet.txt', [trustNearMiss, guardrailAndGap, contradicted], 'text', { detail: 'quiet' }],
  ['several.github.txt', [guardrailAndGap, contradicted], 'github', { file: 'build.log', lines: [[12, 4711]] }],
  ['trust-near-miss.html', [trustNearMiss], 'html', {}],
  ['several.html', [guardrailAndGap, nothingSeen, expiredSession], 'html', { lines: [[12, 4711]] }],
  ['no-denial.txt', [], 'text', {}],
  ['no-denial.md', [], 'markdown', {}],
];

const GOLDENS = `${import.meta.dirname}/golden`;

describe('a report reads as its golden', () => {
  it('has one for each story, and no other', () => {
    const names = STORIES.map(([golden]) => golden);
    expectOnlyGoldens(GOLDENS, names);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(STORIES)('%s', (golden, diagnoses, format, options) => {
    expectGolden(`${GOLDENS}/${golden}`, render(diagnoses, format, options));
  });
});

describe('a long list of denials', () => {
  /** Of seven principals: what has one cause and one principal is one group. */
  const seven = Array.from({ length: 7 }, (_, index) => {
    const { request } = guardrailAndGap;
    const { principal } = request;
    return {
      ...guardrailAndGap,
      request: { ...request, principal: principal && { ...principal, name: `role-${index}` } },
    };
  });

  it('prints the first five and says how many more there are', () => {
    const report = render(seven, 'text');
    expect(report.match(/dynamodb:PutItem {2}denied/g)).toHaveLength(5);
    expect(report).toMatch(/\n2 more distinct denials not shown \(use --all\)\n$/);
    expect(render(seven, 'markdown')).toContain('2 more distinct denials');
  });

  it('prints all where that is asked for, and always in JSON and as annotations', () => {
    expect(render(seven, 'text', { all: true }).match(/PutItem {2}denied/g)).toHaveLength(7);
    expect(render(seven, 'jsonl').trimEnd().split('\n')).toHaveLength(7);
    expect(JSON.parse(render(seven, 'json')).diagnoses).toHaveLength(7);
    expect(render(seven, 'github').match(/^::error /gm)).toHaveLength(7);
  });
});

describe('colours', () => {
  const marked = {
    bold: mark('b'),
    dim: mark('d'),
    red: mark('r'),
    green: mark('g'),
    yellow: mark('y'),
  };

  it('only repeat what the symbols say', () => {
    const colored = render([trustNearMiss, guardrailAndGap, nothingSeen], 'text', { color: marked, all: true });
    const plain = render([trustNearMiss, guardrailAndGap, nothingSeen], 'text', { all: true });
    expect(colored).toContain('<r>✗</r>');
    expect(colored.replace(/<\/?[a-z]>/g, '')).toBe(plain);
  });

  it('are in no sentence, command or statement, which has to be readable on every background', () => {
    const colored = render([trustNearMiss, guardrailAndGap, nothingSeen, allowed, contradicted], 'text', {
      color: marked,
      all: true,
    });
    const coloured = [...colored.matchAll(/<([gy])>(.*?)<\/\1>/g)].map(([, , text = '']) => text);
    expect(coloured.length).toBeGreaterThan(10);
    expect(coloured.filter((text) => text.includes(' ') && !text.startsWith('+ '))).toEqual([]);
  });

  /** Takes any number of texts, as Chalk does. */
  function mark(name: string) {
    return (...texts: readonly string[]) => `<${name}>${texts.join(' ')}</${name}>`;
  }
});

it('a format that does not exist is a RangeError', () => {
  // @ts-expect-error: callers without types can pass anything
  expect(() => render([], 'xml')).toThrow(RangeError);
});
