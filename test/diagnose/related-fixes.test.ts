import { expect, it } from 'vitest';
import { type Diagnosis, diagnose, type Snapshot } from '../../src/index.ts';
import { applyChange } from '../../src/policy/apply-change.ts';
import { ACCOUNT, account, EVERYTHING, role } from './small-account.ts';

const WEB = `arn:aws:iam::${ACCOUNT}:role/web`;
const CALL = 'ec2:AssociateIamInstanceProfile';
const PASS_ROLE = `User: arn:aws:sts::${ACCOUNT}:assumed-role/ci/build is not authorized to perform: iam:PassRole on resource: ${WEB} with an explicit deny in an identity-based policy`;
const TEXT = `An error occurred (UnauthorizedOperation) when calling the AssociateIamInstanceProfile operation: ${PASS_ROLE}`;

function world(deny: object): Snapshot {
  const trust = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  return account({ roles: [role('ci', [EVERYTHING, deny]), role('web', [], trust)] });
}

async function diagnosed(source: Snapshot): Promise<Diagnosis> {
  const [found] = await diagnose({ text: TEXT }, { source });
  if (found === undefined) throw new Error('the text holds a denial');
  return found;
}

/** The statements of the caller's policy with all changes made that the report shows, one after the other. */
function statementsAfter(deny: object, { causes, related }: Diagnosis): readonly object[] {
  const changes = [...causes, ...related.flatMap((one) => one.causes)].flatMap(({ fix }) => fix?.changes ?? []);
  let document: unknown = { Version: '2012-10-17', Statement: [EVERYTHING, deny] };
  for (const change of changes) {
    const after = applyChange(document, change);
    if (after.status !== 'applied') throw new Error(`${change.pointer} does not fit`);
    document = after.document;
  }
  return (document as { readonly Statement: readonly object[] }).Statement; // a policy of the test's own
}

// The fix of one permission leaves the other one denied in a statement of its own: the next fix has to be one of that statement.
it.each([
  ['for both', { Effect: 'Deny', Action: [CALL, 'iam:PassRole'], Resource: '*' }],
  ['for both and more', { Effect: 'Deny', Action: ['s3:DeleteBucket', CALL, 'iam:PassRole'], Resource: '*' }],
  ['for everything but reading', { Effect: 'Deny', NotAction: ['s3:Get*', 'sts:*'], Resource: '*' }],
])('the fixes of a report together allow all that the call needs: one Deny %s', async (_, deny) => {
  const report = await diagnosed(world(deny));
  expect(report.related.find(({ request }) => request.action === CALL)).toMatchObject({ verdict: 'denied' });

  const [, ...denies] = statementsAfter(deny, report);
  const trust = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const fixed = account({ roles: [role('ci', [EVERYTHING, ...denies]), role('web', [], trust)] });
  const again = await diagnosed(fixed);
  expect(again.verdict).toBe('allowed');
  expect(again.related.find(({ request }) => request.action === CALL)).toMatchObject({ verdict: 'allowed' });
  expect(again.related.filter(({ verdict }) => verdict === 'denied')).toEqual([]);
});
