import { expect, it } from 'vitest';
import { AWAY, diagnoseIn, USER, world } from './world.ts';

const GET = { principal: USER, action: 's3:GetObject', resource: 'arn:aws:s3:::somewhere/key' };
const WHAT = 'which account owns the resource';

it('asks once whose a bucket is, and for what can tell: the ARN is given already', async () => {
  const { open, steps } = await diagnoseIn(world(), GET);
  expect(open.filter(({ what }) => what === WHAT)).toMatchObject([{ toPass: { key: 'aws:ResourceAccount' } }]);
  const asked = steps.flatMap(({ gaps }) => gaps.filter(({ what }) => what === WHAT));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ toPass }) => toPass === null || typeof toPass === 'string')).toEqual([]);
});

it('asks for nothing of it once that is passed', async () => {
  const { open } = await diagnoseIn(world(), GET, { context: { 'aws:ResourceAccount': AWAY } });
  expect(open.filter(({ what }) => what === WHAT)).toEqual([]);
});

it('asks for the resource where none is given', async () => {
  const text = `An error occurred (AccessDenied) when calling the GetObject operation: User: ${USER} is not authorized to perform: s3:GetObject`;
  const { open } = await diagnoseIn(world(), text);
  expect(open.filter(({ what }) => what === WHAT)).toMatchObject([{ toPass: 'resource' }]);
});
