import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { denial, diagnoseIn, SESSION, SOMETHING, TARGET, worldWith } from '../diagnose/world.ts';

function statusOf({ requirements }: Diagnosis, id: string) {
  return requirements.find((one) => one.id === id)?.status;
}

describe('what was read', () => {
  it('is met where it allows the request, and stands behind what is open', async () => {
    const found = await diagnoseIn(worldWith({}), denial(SESSION, 'sts:AssumeRole', TARGET));
    expect([statusOf(found, 'trust'), statusOf(found, 'identity'), statusOf(found, 'role')]).toEqual([
      'met',
      'met',
      'met',
    ]);
  });

  it('is unmet where it does not, and stands first', async () => {
    const silent = {
      'accounts/444455556666/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument': SOMETHING,
    };
    const found = await diagnoseIn(worldWith(silent), denial(SESSION, 'sts:AssumeRole', TARGET));
    expect(statusOf(found, 'trust')).toBe('unmet');
    expect(found.requirements[0]?.id).toBe('trust');
  });
});
