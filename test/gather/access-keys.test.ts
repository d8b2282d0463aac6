import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import type { Read } from '../../src/model/read.ts';
import { NOTHING_GIVEN, QUESTIONS } from './questions.ts';
import { sdkAnswers } from './sdk-answers.ts';
import { CALLER, worldFile } from './world.ts';

const aws = sdkAnswers(worldFile());
const ANA = { Account: CALLER, Arn: `arn:aws:iam::${CALLER}:user/people/ana`, UserId: 'AIDAANA' };

/** The keys in the facts about the user ana, read by somebody, and the calls that were made. */
async function keysSeen(name: string, isAna: boolean) {
  const question = QUESTIONS[name];
  if (question === undefined) throw new Error(name);
  const calls: string[] = [];
  const read: Read = async (call) => {
    calls.push(call.call);
    return isAna && call.call === 'sts:GetCallerIdentity'
      ? { status: 'answered', account: CALLER, output: ANA }
      : aws(call);
  };
  const { callerKeys } = await gather(question, read, NOTHING_GIVEN);
  return { callerKeys, isAsked: calls.includes('iam:ListAccessKeys') };
}

describe('the access keys of the caller', () => {
  it('are read with kind, age and state where the credentials at hand are those of the user', async () => {
    const { callerKeys } = await keysSeen('a user assumes a role', true);
    expect(callerKeys).toMatchObject({
      status: 'known',
      value: [{ id: 'AKIA…MPLE', active: true, created: '2026-01-01T00:00:00.000Z' }],
    });
  });

  it('of somebody else are unknown, and not asked for', async () => {
    const { callerKeys, isAsked } = await keysSeen('a user assumes a role', false);
    expect([callerKeys.status, isAsked]).toEqual(['unreadable', false]);
  });

  it('are none by rule where the caller is a session', async () => {
    const { callerKeys, isAsked } = await keysSeen('a session assumes a role of another account', true);
    expect([callerKeys.status, isAsked]).toEqual(['absent', false]);
  });
});
