import { expect, it } from 'vitest';
import { singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows } from '../rows.ts';
import { matchCondition } from './match.ts';

/**
 * A table of one value of a policy and one of a request, with the answers of a positive operator and of its negation (`-` where AWS
 * has none).
 */
export function comparisons(positive: string, negated: string | null, table: string): void {
  for (const [policy = '', asked = '', match = '', opposite = '-'] of rows(table)) {
    it(`${positive} ${JSON.stringify(policy)}, request ${JSON.stringify(asked)}: ${match}`, () => {
      expect(answer(positive, policy, asked)).toBe(match);
    });
    if (negated === null || opposite === '-') continue;
    it(`${negated} ${JSON.stringify(policy)}, request ${JSON.stringify(asked)}: ${opposite}`, () => {
      expect(answer(negated, policy, asked)).toBe(opposite);
    });
  }
}

function answer(operator: string, policy: string, asked: string): string {
  return matchCondition(pair(operator, 'k', policy), 'yes', request({ k: singleValue(asked) })).match;
}
