import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { render } from '../../src/report/render.ts';

/** What `denytrace can` prints, where nothing can be read. */
async function asked(action: string): Promise<string> {
  const request = { principal: 'arn:aws:iam::111122223333:role/tf', action };
  return render(await diagnose({ request }, { source: 'none' }), 'text').replace(/\s+/g, ' ');
}

describe('a question without an error', () => {
  it.each(['lambda:CreateFunction', 's3:GetObject', 'ec2:RunInstances', 'sts:AssumeRole'])(
    'is not answered with what the error says: %s',
    async (action) => {
      const text = await asked(action);
      expect(text).toContain('Fill in what is in CAPITALS.');
      expect(text).not.toMatch(/the error (?:does not|shows|hides)/i);
    },
  );

  it('has the permission to pass the role in its list all the same', async () => {
    expect(await asked('lambda:CreateFunction')).toContain('"iam:PassRole"');
  });
});
