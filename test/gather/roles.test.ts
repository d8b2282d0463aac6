import { describe, expect, it } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { ASSUME, denied, facts, gap, names } from './facts.ts';
import { NOTHING_GIVEN, question, ROLE, SESSION, SSO_SESSION, TARGET } from './questions.ts';
import { CALLER, DELETED, OWNER, SSO_NAME, trust, worldFile } from './world.ts';

describe('roles', () => {
  it('of the same name in two accounts are two roles', async () => {
    const asked = question(SESSION, 'sts:AssumeRole', `arn:aws:iam::${OWNER}:role/deployer`);
    const { role: target, callerEntity, policies } = await facts(asked);
    expect(target?.entity).toMatchObject({ value: { arn: `arn:aws:iam::${OWNER}:role/deployer` } });
    expect(callerEntity).toMatchObject({ value: { arn: ROLE, path: '/teams/red/' } });
    expect(names(policies.identity)).toEqual([['deployer', ['Deploy', 'Inline']]]);
    expect(policies.resource).toMatchObject({ value: [{ id: `arn:aws:iam::${OWNER}:role/deployer` }] });
  });

  it('of Identity Center are found by the session that shows no path', async () => {
    const { callerEntity, policies } = await facts(question(SSO_SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/a'));
    const arn = `arn:aws:iam::${CALLER}:role/aws-reserved/sso.amazonaws.com/eu-west-1/${SSO_NAME}`;
    expect(callerEntity).toMatchObject({ status: 'known', value: { arn } });
    expect(names(policies.identity)).toEqual([[SSO_NAME, ['AwsSSOInlinePolicy']]]);
    expect(policies.boundary).toMatchObject({ status: 'absent', on: arn });
  });

  it('that do not exist are absent, with the nearest names', async () => {
    const missing = `arn:aws:iam::${OWNER}:role/prod-deploi`;
    const { role: target, policies } = await facts(question(SESSION, 'sts:AssumeRole', missing));
    expect(target?.entity).toEqual({ status: 'absent', call: 'iam:GetRole', on: missing });
    expect(target?.similar).toEqual({ status: 'known', value: [TARGET] });
    expect(policies.resource.status).toBe('absent');
  });

  it('under another path are not the one that was asked for', async () => {
    const { role: target } = await facts(question(SESSION, 'sts:AssumeRole', `arn:aws:iam::${OWNER}:role/github`));
    expect(target).toMatchObject({
      entity: { status: 'absent', on: `arn:aws:iam::${OWNER}:role/github` },
      trustPolicy: { status: 'absent' },
      similar: { status: 'known', value: [`arn:aws:iam::${OWNER}:role/ci/github`] },
    });
  });

  it('as callers under another path are gone, and their policies with them', async () => {
    const { callerEntity, policies } = await facts(
      question(`arn:aws:iam::${CALLER}:role/deployer`, 'sts:AssumeRole', TARGET),
    );
    expect(callerEntity.status).toBe('absent');
    expect(policies.identity).toEqual({ status: 'known', value: [] });
  });

  it('that nobody may read are unreadable, and so is whether similar ones exist', async () => {
    const { role: target, policies } = await facts(ASSUME, (file) => {
      file['unreadable'] = [denied(OWNER, 'iam:GetRole', TARGET)];
    });
    const expected = { permission: 'iam:GetRole', account: OWNER, code: 'AccessDenied', who: 'role-owner' };
    expect(target).toMatchObject({
      entity: gap(expected),
      trustPolicy: gap({ ...expected, layer: 'trust' }),
      similar: gap(expected),
    });
    expect(policies.resource).toMatchObject(gap({ ...expected, what: 'the trust policy of prod-deploy' }));
  });

  it('without a unique id in the file are known but for that', async () => {
    const { role: target, uniqueIds } = await facts(ASSUME, (file) => {
      for (const one of file.accounts[OWNER].authorizationDetails.RoleDetailList) delete one.RoleId;
      for (const one of file.accounts[CALLER].authorizationDetails.RoleDetailList) delete one.RoleId;
    });
    expect(target).toMatchObject({ entity: { value: { uniqueId: null } }, trustPolicy: { status: 'known' } });
    expect(uniqueIds[DELETED]).toMatchObject({ status: 'unreadable', gap: { permission: 'iam:ListRoles' } });
  });

  it('of an account that was not read are unknown, not missing', async () => {
    const { role: target } = await facts(ASSUME, (file) => {
      delete file.accounts[OWNER];
    });
    expect(target?.entity).toMatchObject(gap({ permission: 'iam:GetRole', account: OWNER, code: 'NotInSnapshot' }));
  });
});

describe('principals of a trust policy', () => {
  it('by unique id are looked for in the account of the caller', async () => {
    const { uniqueIds } = await facts(ASSUME);
    expect(uniqueIds).toEqual({
      [DELETED]: { status: 'absent', call: 'iam:ListRoles', on: `${DELETED} in ${CALLER}` },
    });
  });

  it('are found where somebody has the id', async () => {
    const { uniqueIds } = await facts(ASSUME, (file) => {
      file.accounts[CALLER].authorizationDetails.RoleDetailList[2].RoleId = DELETED;
    });
    expect(uniqueIds).toEqual({ [DELETED]: { status: 'known', value: `arn:aws:iam::${CALLER}:role/lambda-runner` } });
  });

  it('are looked for where the policy is a given one', async () => {
    const read = snapshotReader(
      openSnapshot(
        worldFile((file) => {
          file.accounts[CALLER].authorizationDetails.RoleDetailList[2].RoleId = DELETED;
        }),
      ),
    );
    const { uniqueIds } = await gather(ASSUME, read, { ...NOTHING_GIVEN, resourcePolicy: trust({ AWS: DELETED }) });
    expect(uniqueIds[DELETED]?.status).toBe('known');
    const other = await gather(ASSUME, read, { ...NOTHING_GIVEN, resourcePolicy: trust({ AWS: CALLER }) });
    expect(other.uniqueIds).toEqual({});
  });

  it('are unknown where the roles cannot be listed', async () => {
    const { uniqueIds } = await facts(ASSUME, (file) => {
      file['unreadable'] = [denied(CALLER, 'iam:GetRole', `arn:aws:iam::${CALLER}:role/lambda-runner`)];
    });
    expect(uniqueIds[DELETED]).toMatchObject(gap({ permission: 'iam:ListRoles', account: CALLER }));
  });
});
