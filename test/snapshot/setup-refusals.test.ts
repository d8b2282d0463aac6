import { expect, it } from 'vitest';
import { factOf } from '../../src/gather/ask/fact-of.ts';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { answerFrom } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { ReadAnswer, ReadCall } from '../../src/model/read.ts';

const CALL: ReadCall = { call: 'iam:GetRole', account: '444455556666', input: { RoleName: 'prod' } };
const ANSWER: ReadAnswer = {
  status: 'refused',
  account: null,
  code: 'ProfileNotFound',
  message: 'there is no profile typo in the AWS config; there are acme-prod, acme-dev',
};
const ABOUT = { what: 'the role prod', layer: null, who: 'role-owner' } as const;
const factOfAnswer = (answer: ReadAnswer) => factOf(CALL, answer, ABOUT, () => undefined);

it('the gap says what is wrong with the setup, which only whoever runs this can put right', () => {
  expect(factOfAnswer(ANSWER)).toMatchObject({
    gap: { code: 'ProfileNotFound', who: 'you', detail: ANSWER.status === 'refused' ? ANSWER.message : '' },
  });
});

it('a snapshot keeps why, and nothing of the machine that it was taken on', async () => {
  const recorder = createRecorder(async () => ANSWER);
  await recorder.read(CALL);
  const file = JSON.parse(JSON.stringify(recorder.snapshot(new Date(0), null, null)));
  expect(JSON.stringify(file)).not.toMatch(/typo|acme/);
  const replayed = factOfAnswer(answerFrom(openSnapshot(file), CALL));
  expect(replayed).toMatchObject({ gap: { code: 'ProfileNotFound', who: 'you' } });
  expect(replayed).not.toHaveProperty('gap.detail');
});
