import { expect, it } from 'vitest';
import { type Diagnosis, diagnose } from '../../src/index.ts';
import { ACCOUNT, account, role } from './small-account.ts';

const SPOKE = `arn:aws:iam::${ACCOUNT}:role/spoke`;
const TEXT = `User: arn:aws:sts::${ACCOUNT}:assumed-role/hub/ana is not authorized to perform: sts:AssumeRole on resource: ${SPOKE}`;
const MAY_ASSUME = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: SPOKE };

async function asked(condition: object, ...more: readonly object[]): Promise<Diagnosis> {
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    Condition: condition,
  };
  const source = account({ roles: [role('hub', [MAY_ASSUME, ...more]), role('spoke', [], trust)] });
  const missing = ['sts:SourceIdentity', 'aws:RequestTag/team'];
  const [found] = await diagnose({ text: TEXT }, { source, missing });
  if (found === undefined) throw new Error('the text holds a denial');
  return found;
}

const denied = ({ related }: Diagnosis) =>
  related.filter(({ verdict }) => verdict === 'denied').map(({ request }) => request.action);

it.each([
  [{ StringLike: { 'sts:SourceIdentity': '*' } }, 'sts:SetSourceIdentity', { 'sts:SourceIdentity': ['ana'] }],
  [
    { StringLike: { 'sts:SourceIdentity': 'staff-*' } },
    'sts:SetSourceIdentity',
    { 'sts:SourceIdentity': ['staff-ana'] },
  ],
  [{ StringEquals: { 'aws:RequestTag/team': 'red' } }, 'sts:TagSession', { 'aws:RequestTag/team': ['red'] }],
])('what the fix gives the session takes an action of its own: %j needs %s', async (condition, action, context) => {
  const found = await asked(condition);
  expect(found.causes[0]?.fix?.request).toEqual({ context });
  expect(denied(found)).toEqual([action]);
  const allowed = await asked(condition, { Effect: 'Allow', Action: action, Resource: SPOKE });
  expect(denied(allowed)).toEqual([]);
});
