import { expect, it } from 'vitest';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { subjectsOfText } from '../../src/diagnose/subject.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { AWAY, denial, HOME, TARGET, USER, worldWith } from './world.ts';

const CALLER = `accounts/${HOME}/authorizationDetails/UserDetailList/0`;
const ROLE = `accounts/${AWAY}/authorizationDetails/RoleDetailList/0/RolePolicyList`;

/** The role has a policy with this statement; the user has none. */
async function diagnosed(statement: object, changes: Readonly<Record<string, unknown>> = {}) {
  const file = worldWith({
    [`${CALLER}/GroupList`]: [],
    [`${CALLER}/PermissionsBoundary`]: undefined,
    [ROLE]: [{ PolicyName: 'SelfAssume', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }],
    ...changes,
  });
  const snapshot = snapshotReader(openSnapshot(file));
  const asked: string[] = [];
  const [diagnosis] = await diagnoseSubjects(subjectsOfText(denial(USER, 'sts:AssumeRole', TARGET)), {
    read: (call) => {
      asked.push(`${call.call} ${JSON.stringify(call.input)}`);
      return snapshot(call);
    },
    given: { context: {}, missing: [], assume: {} },
    environment: { variables: {} },
    now: new Date('2026-01-01T00:00:00Z'),
    nowFrom: 'now',
  });
  if (diagnosis === undefined) throw new Error('the text holds no denial');
  return { asked, diagnosis, cause: diagnosis.causes.find(({ layer }) => layer === 'identity') };
}

it.each([
  ['just this', { Action: 'sts:AssumeRole', Resource: TARGET }],
  ['any role', { Action: ['s3:GetObject', 'sts:AssumeRole'], Resource: '*' }],
  ['all of STS', { Action: 'sts:*', Resource: '*' }],
])('a policy on the role that allows %s is named as no help', async (_, statement) => {
  const { cause } = await diagnosed({ Effect: 'Allow', ...statement });
  expect(cause?.summary).toContain(
    'the policy SelfAssume of role deploy allows it, but that is what deploy may do once it is assumed: user ana needs it',
  );
  expect(cause?.evidence.at(-1)).toMatchObject({ kind: 'answer', text: 'deploy › SelfAssume, statement 0' });
  expect(cause?.fix?.changes.map(({ policy }) => policy.attachedTo)).toEqual([USER]);
});

it.each([
  ['everything', { Effect: 'Allow', Action: '*', Resource: '*' }],
  ['another role', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `${TARGET}-2` }],
  ['something else', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  ['nothing', { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }],
])('a policy on the role that allows %s is not', async (_, statement) => {
  const { cause } = await diagnosed(statement);
  expect(cause?.summary).not.toContain('SelfAssume');
});

it('is not looked for where the caller may assume the role', async () => {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' };
  const allowed = { PolicyName: 'May', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } };
  const { asked } = await diagnosed(statement, { [`${CALLER}/UserPolicyList`]: [allowed] });
  expect(asked.filter((call) => call.startsWith('iam:ListRolePolicies'))).toEqual([]);
});
