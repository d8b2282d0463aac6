import { describe, expect, it } from 'vitest';
import { type Diagnosis, diagnose, render } from '../../src/index.ts';
import { ACCOUNT, account, EVERYTHING, role } from './small-account.ts';

const MANAGED_RULE = `AccessDeniedException: 'arn:aws:iam::${ACCOUNT}:role/flow' is not authorized to create managed-rule.`;
const NAMELESS = `An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: arn:aws:sts::${ACCOUNT}:assumed-role/flow/s is not authorized to perform: secretsmanager:GetSecretValue on resource: app/db because no identity-based policy allows the secretsmanager:GetSecretValue action`;

async function diagnosed(text: string, statements: readonly object[]): Promise<Diagnosis> {
  const [diagnosis] = await diagnose({ text }, { source: account({ roles: [role('flow', statements)] }) });
  if (diagnosis === undefined) throw new Error('no denial');
  return diagnosis;
}

const flat = (diagnosis: Diagnosis) => render([diagnosis], 'text').replace(/\s+/g, ' ');

/** The policies were read and lack the Allow, but what exactly the call was about is not known: no change can be tried. */
describe('a missing Allow without a change to make', () => {
  it('is told with the statement that is needed', async () => {
    const report = flat(await diagnosed(MANAGED_RULE, [{ ...EVERYTHING, Action: 'ecs:RunTask' }]));
    expect(report).toContain('"Action": ["events:PutTargets", "events:PutRule", "events:DescribeRule"]');
    expect(report).not.toContain('No change that would help is known');
  });

  it('is told with the rule that a secret of another account needs its whole ARN', async () => {
    const elsewhere = 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:app/db-AbCdEf';
    const allow = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: elsewhere };
    expect(flat(await diagnosed(NAMELESS, [allow]))).toContain('must be named by its whole ARN');
  });

  it('asks for no role where Step Functions makes a rule of its own', async () => {
    const { related } = await diagnosed(MANAGED_RULE, [{ ...EVERYTHING, Action: 'ecs:RunTask' }]);
    expect(related).toEqual([]);
  });
});
