import { describe, expect, it } from 'vitest';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { policyWorld, ROLE } from '../cases/tables/policy-world.ts';

const SAID =
  'Resource handler returned message: "User with accountId: 111122223333 is not authorized to perform CreateLogGroup with Tags. An additional permission "logs:TagResource" is required. (Service: CloudWatchLogs, Status Code: 400, Request ID: 0b1c)"';

describe('a permission that AWS asks for besides', () => {
  it('is the action that was denied', async () => {
    const { request, causes } = await diagnoseSituation({
      text: SAID,
      world: policyWorld({ identity: [{ Effect: 'Allow', Action: ['logs:CreateLogGroup'], Resource: '*' }] }),
      given: { caller: ROLE },
    });
    expect(request.action).toBe('logs:TagResource');
    expect(causes.map(({ id }) => id)).toContain('identity.needed-action');
    expect(causes[0]?.fix?.summary).toContain('allow logs:TagResource as well');
    expect(causes[0]?.fix?.changes).toEqual([]);
  });

  it('is nothing where the caller may do it', async () => {
    const { causes } = await diagnoseSituation({ text: SAID, world: policyWorld({}), given: { caller: ROLE } });
    expect(causes.filter(({ layer }) => layer === 'identity')).toEqual([]);
  });
});
