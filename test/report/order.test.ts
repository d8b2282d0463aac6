import { describe, expect, it } from 'vitest';
import type { Cause, Step } from '../../src/model/diagnosis.ts';
import { type Gap, refused } from '../../src/model/gap.ts';
import { render } from '../../src/report/render.ts';
import { diagnosis, passed, unseen } from './diagnoses/parts.ts';

function gap(parts: Partial<Gap>): Gap {
  const plain = { what: 'the role prod', account: '444455556666', permission: 'iam:GetRole', code: 'AccessDenied' };
  return { ...refused({ ...plain, who: 'role-owner' }), ...parts };
}

describe('the order of a report', () => {
  const failed = (id: 'identity' | 'scp'): Step => ({
    ...passed(id, `${id} blocks it`),
    status: 'fail',
    evidence: [{ kind: 'quote', text: id, lines: [1, 1] }],
  });
  const causeOf = (layer: Cause['layer'], id: string): Cause => {
    const evidence = [{ kind: 'quote', text: `why ${id}`, lines: [1, 1] }] as const;
    return {
      key: id,
      id,
      layer,
      rung: 'evaluated',
      blocker: null,
      aspect: null,
      summary: `summary of ${id}`,
      evidence,
      fix: null,
    };
  };

  it('is what blocks with the deciding cause first, what is settled, what is open', () => {
    const report = render(
      [
        diagnosis({
          steps: [
            passed('caller', 'You are the caller'),
            failed('identity'),
            unseen('boundary', 'Boundary unread', gap({})),
            failed('scp'),
            passed('trust', 'Trusted'),
          ],
          causes: [causeOf('scp', 'scp.x'), causeOf(null, 'passrole.y'), causeOf('identity', 'identity.z')],
        }),
      ],
      'text',
    );
    expect(report.match(/^[✓✗?–] .*/gm)).toEqual([
      '✗ summary of scp.x. 2 more things block it as well; see below.',
      '✗ scp blocks it',
      '✗ summary of passrole.y',
      '✗ identity blocks it',
      '✓ You are the caller',
      '✓ Trusted',
      '? Boundary unread',
    ]);
  });
});
