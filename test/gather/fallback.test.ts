import { describe, expect, it } from 'vitest';
import { fallback } from '../../src/gather/readers/fallback.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { isUnread, snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Read } from '../../src/model/read.ts';
import { CALLER, OWNER, worldFile } from './world.ts';

const unread = { account: OWNER, call: 'iam:GetRole', on: `arn:aws:iam::${OWNER}:role/deployer`, code: 'AccessDenied' };
const snapshot = snapshotReader(openSnapshot({ ...worldFile(), unreadable: [unread] }));
const answeredBy =
  (who: string): Read =>
  async ({ account }) => ({ status: 'answered', account, output: who });
const nobody: Read = async ({ account }) => ({ status: 'refused', account, code: 'NoCredentials', message: '' });

const both = (live: Read) => fallback(snapshot, live, isUnread);
const ask = (read: Read, call: string, account: string, input: object = {}) =>
  read({ call, account, input: { ...input } });

describe('snapshots before AWS', () => {
  it('AWS is asked for what the snapshot does not hold, or was refused', async () => {
    expect(await ask(both(answeredBy('AWS')), 'iam:ListMFADevices', CALLER, { UserName: 'ana' })).toMatchObject({
      output: 'AWS',
    });
    expect(await ask(both(answeredBy('AWS')), 'iam:GetRole', OWNER, { RoleName: 'deployer' })).toMatchObject({
      output: 'AWS',
    });
  });

  it('AWS is not asked for what the snapshot knows, also where that is: nothing', async () => {
    const read = both(answeredBy('AWS'));
    expect(await ask(read, 'iam:GetRole', CALLER, { RoleName: 'deployer' })).toMatchObject({ output: { Role: {} } });
    expect(await ask(read, 'iam:GetRole', CALLER, { RoleName: 'nobody' })).toMatchObject({
      code: 'NoSuchEntityException',
    });
  });

  it('who is signed in is asked of AWS: the snapshot may be of somebody else', async () => {
    const call = { call: 'sts:GetCallerIdentity', account: null, input: {} };
    expect(await both(answeredBy('AWS'))(call)).toMatchObject({ output: 'AWS' });
    expect(await both(nobody)(call)).toMatchObject({ output: { Account: CALLER } });
  });
});
