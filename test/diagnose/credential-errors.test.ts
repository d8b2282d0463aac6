import { expect, it } from 'vitest';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { subjectsOfText } from '../../src/diagnose/subject.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { HOME, USER, world } from './world.ts';

const TEXTS = [
  'Unable to locate credentials. You can configure credentials by running "aws configure".',
  'An error occurred (ExpiredToken) when calling the AssumeRole operation: The security token included in the request is expired',
  'An error occurred (SignatureDoesNotMatch) when calling the ListBuckets operation: The request signature we calculated does not match the signature you provided.',
];

it.each(TEXTS)('asks only who is signed in where nobody was denied: %s', async (text) => {
  const file = { ...world(), callerIdentity: { Account: HOME, Arn: USER, UserId: 'AIDAANNAANNAANNAANNA1' } };
  const snapshot = snapshotReader(openSnapshot(file));
  const asked: string[] = [];
  const diagnoses = await diagnoseSubjects(subjectsOfText(text), {
    read: (call) => {
      asked.push(call.call);
      return snapshot(call);
    },
    given: { context: {}, missing: [], assume: {} },
    environment: { variables: {} },
    now: new Date('2026-01-01T00:00:00Z'),
    nowFrom: 'now',
  });
  expect(asked).toEqual(['sts:GetCallerIdentity']);
  expect(diagnoses).toMatchObject([{ verdict: 'undetermined', conclusion: 'explained', open: [] }]);
});
