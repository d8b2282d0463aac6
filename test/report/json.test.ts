import { expect, test } from 'vitest';
import { render } from '../../src/report/render.ts';
import { guardrailAndGap } from './diagnoses/guardrail-and-gap.ts';
import { nothingSeen } from './diagnoses/others.ts';
import { trustNearMiss } from './diagnoses/trust-near-miss.ts';

const THREE = [trustNearMiss, guardrailAndGap, nothingSeen];

test.each([0, 1, 2, 3])('--format json prints %i diagnoses as JSON.stringify prints the whole', (count) => {
  const text = render(THREE.slice(0, count), 'json');
  const value = JSON.parse(text);
  expect(value.diagnoses).toHaveLength(count);
  expect(text).toBe(`${JSON.stringify(value, null, 2)}\n`);
});
