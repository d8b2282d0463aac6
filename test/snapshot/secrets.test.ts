import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecorder } from '../../src/gather/snapshot/create-recorder.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import type { ReadCall } from '../../src/model/read.ts';
import { ACCOUNT, ROLE } from './fixtures.ts';

const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const TOKEN = `IQoJb3JpZ2luX2VjE${'A9z/'.repeat(60)}==`;
const JWT = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.${'s1G-'.repeat(30)}`;
const KEY_ID = 'ASIAIOSFODNN7EXAMPLE';
const SECRETS = [SECRET_KEY, TOKEN, JWT, KEY_ID];

/** A text that holds a credential as logs, headers and tools print it. */
const texts = [
  `aws_secret_access_key = ${SECRET_KEY}`,
  `{"SecretAccessKey":"${SECRET_KEY}","SessionToken":"${TOKEN}","AccessKeyId":"${KEY_ID}"}`,
  `export AWS_SESSION_TOKEN=${TOKEN}`,
  `Authorization: Bearer ${JWT}`,
  `https://b.s3.amazonaws.com/k?X-Amz-Credential=${KEY_ID}/x&X-Amz-Security-Token=${encodeURIComponent(TOKEN)}&X-Amz-Signature=0f0f0f0f`,
  `The key ${KEY_ID} of ${TOKEN} and ${JWT}`,
];

const call: ReadCall = { call: 'iam:GetRole', account: ACCOUNT, input: { RoleName: 'deployer' } };

describe('a recorded file', () => {
  it('never holds a credential, wherever it stood', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.constantFrom(...texts), async (one, other) => {
        const recorder = createRecorder(async () => ({
          status: 'answered',
          account: ACCOUNT,
          output: {
            Role: {
              ...ROLE,
              Description: one,
              Tags: [
                { Key: 'note', Value: one },
                { Key: 'password', Value: SECRET_KEY },
                { Key: other, Value: 'x' },
              ],
              AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify({ Statement: [{ Sid: other }] })),
            },
          },
        }));
        await recorder.read(call);
        await recorder.read({
          call: 'sts:DecodeAuthorizationMessage',
          account: ACCOUNT,
          input: { EncodedMessage: 'e' },
        });
        const incident = {
          text: `${one}\n${other}`,
          context: { 'aws:userid': other, [one]: [one] },
          options: { externalId: other, environment: { AWS_SECRET_ACCESS_KEY: SECRET_KEY, AWS_SESSION_TOKEN: TOKEN } },
        };
        const identity = { Account: ACCOUNT, Arn: ROLE.Arn, UserId: 'AROAEXAMPLE:x', Source: other };
        const file = JSON.stringify(recorder.snapshot(new Date(0), identity, incident));
        for (const secret of SECRETS) expect(file.includes(secret), secret).toBe(false);
        expect(file).not.toContain(encodeURIComponent(TOKEN));
        expect(openSnapshot(JSON.parse(file)).incident).not.toBeNull();
      }),
      { numRuns: 36 },
    );
  });

  it('keeps what only looks alike: encoded messages, policies, unique ids', async () => {
    const encoded = `${'aGVsbG8_d29ybGQ-'.repeat(20)}`;
    const recorder = createRecorder(async () => ({ status: 'answered', account: ACCOUNT, output: { Role: ROLE } }));
    await recorder.read(call);
    const text = `Encoded authorization failure message: ${encoded}`;
    const file = recorder.snapshot(new Date(0), null, { text, context: {}, options: {} });
    expect(file.incident?.text).toBe(text);
    expect(JSON.stringify(file.accounts)).toContain(ROLE.RoleId);
    expect(file.accounts?.[ACCOUNT]?.authorizationDetails?.RoleDetailList?.[0]).toMatchObject({
      AssumeRolePolicyDocument: ROLE.AssumeRolePolicyDocument,
    });
  });
});
