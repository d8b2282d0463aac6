import { describe, expect, it } from 'vitest';
import { type DiagnoseOptions, diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { HOME, USER, world } from '../cases/tables/world.ts';

const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/0a`;
const GRANTS = { what: 'grants=none', why: 'no policy shows the grants of a KMS key' };
const policy = (Effect: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'kms:PutKeyPolicy', Resource: '*' },
    { Effect, Principal: '*', Action: 'kms:Encrypt', Resource: '*' },
  ],
});

async function assumed(input: Parameters<typeof diagnose>[0], resourcePolicy: DiagnoseOptions['resourcePolicy']) {
  const [diagnosis] = await diagnose(input, { source: openSnapshot(world({})), resourcePolicy });
  return { verdict: diagnosis?.verdict, assumptions: diagnosis?.assumptions };
}
const asked = (action: string) => ({ request: { principal: USER, action, resource: KEY } });

describe('grants of a KMS key', () => {
  it('are said to be assumed away where nothing allows an operation that a grant may allow', async () => {
    const found = await assumed(asked('kms:Decrypt'), policy('Allow'));
    expect(found).toMatchObject({ verdict: 'denied', assumptions: expect.arrayContaining([GRANTS]) });
  });

  it.each([
    ['a statement denies it', asked('kms:Encrypt'), policy('Deny'), 'denied'],
    ['a policy allows it', asked('kms:Encrypt'), policy('Allow'), 'allowed'],
    ['no grant can allow it', asked('kms:ScheduleKeyDeletion'), policy('Allow'), 'denied'],
    [
      'AWS denied it',
      { text: `User: ${USER} is not authorized to perform: kms:Decrypt on resource: ${KEY}` },
      policy('Allow'),
      'denied',
    ],
  ] as const)('make no difference where %s', async (_, input, document, verdict) => {
    const found = await assumed(input, document);
    expect(found.verdict).toBe(verdict);
    expect(found.assumptions).not.toContainEqual(GRANTS);
  });
});
