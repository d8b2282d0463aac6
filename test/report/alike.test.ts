import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { render } from '../../src/report/render.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';
const denied = (action: string, resource: string, user = USER) =>
  `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no permissions boundary allows the ${action} action`;
const POLICY = denied('iam:CreatePolicy', 'arn:aws:iam::111122223333:policy/app');
const ROLE = 'arn:aws:iam::111122223333:role/app';
const SENTENCE = 'The other denials of this group need this in the same document';

const reportOf = async (texts: readonly string[], format: 'text' | 'markdown', all = false) =>
  render(await diagnose({ text: texts.join('\n\n') }, { source: 'none' }), format, { all });

describe('what must be sent for several denials of one document', () => {
  it.each(['text', 'markdown'] as const)('stands in one place: %s', async (format) => {
    const report = await reportOf([POLICY, denied('iam:CreateRole', ROLE)], format);
    expect(report.replace(/\s+/g, ' ')).toContain(SENTENCE);
    expect(report.replace(/\s+/g, '')).toContain(`"Action":"iam:CreateRole","Resource":"${ROLE}"`);
  });

  it('is not said twice where each denial is reported', async () => {
    expect(await reportOf([POLICY, denied('iam:CreateRole', ROLE)], 'text', true)).not.toContain('of this group');
  });

  it('has nothing of another principal', async () => {
    const other = denied('iam:CreateRole', ROLE, 'arn:aws:iam::111122223333:user/bo');
    expect(await reportOf([POLICY, other], 'text')).not.toContain('of this group');
  });
});
