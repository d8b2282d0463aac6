import { describe, expect, it } from 'vitest';
import { line, type Story, told } from './steps-of-story.ts';

describe('the step of the caller', () => {
  const first = async (story: Story) => (await told(story)).steps[0];

  it.each([
    ['arn:aws:sts::111122223333:assumed-role/build/run-7', '✓ You are the caller in the error'],
    [
      'arn:aws:sts::111122223333:assumed-role/build/run-9',
      '✓ You are the same role as the caller in the error | you are in session run-9',
    ],
    [
      'arn:aws:iam::111122223333:user/jane',
      '✓ The error names the caller | role build in 111122223333; you are user jane in 111122223333',
    ],
    [
      'arn:aws:sts::999988887777:assumed-role/build/run-7',
      '✓ The error names the caller | role build in 111122223333; you are role build in 999988887777',
    ],
  ])('compares it with %s', async (you, expected) => {
    const step = await first({ you });
    expect(step && line(step)).toBe(expected);
    expect(step?.evidence).toEqual([{ kind: 'answer', call: 'sts:GetCallerIdentity', text: you }]);
  });

  it('says where your credentials come from', async () => {
    const step = await first({
      you: 'arn:aws:iam::111122223333:user/jane',
      youFrom: 'profile dev: an access key in the file',
    });
    expect(step?.summary).toContain('; your credentials: profile dev: an access key in the file');
  });

  it('says that it checks your identity where the error names no caller, and is only likely', async () => {
    const step = await first({
      you: 'arn:aws:sts::111122223333:assumed-role/build/run-9',
      text: () => 'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied',
    });
    expect(step).toMatchObject({ status: 'pass', rung: 'likely', gaps: [{ toPass: 'caller' }] });
    expect(step && line(step)).toBe(
      '✓ The error names no caller; checked as your current identity | role build in 111122223333',
    );
  });

  it('is open where nobody tells, and nothing else is decided then', async () => {
    const text = () => 'An error occurred (AccessDenied) when calling the AssumeRole operation: Access denied';
    const { steps } = await told({ text });
    expect(steps.map(line)).toEqual(['? The error names no caller']);
    expect(steps[0]?.gaps).toContainEqual(expect.objectContaining({ toPass: 'caller' }));
  });

  it('asks for the action too where the error names none', async () => {
    const { steps } = await told({ text: () => 'AccessDenied: Access Denied' });
    expect(steps.map(line)).toEqual(['? The error names no caller', '? The error names no action']);
    expect(steps.flatMap(({ gaps }) => gaps.map(({ toPass }) => toPass))).toEqual(
      expect.arrayContaining(['caller', 'action']),
    );
  });

  it.each([
    ['InvalidIdentityToken', 'No OpenIDConnect provider found in your account for https://id.example.com'],
    ['IDPRejectedClaim', 'The user has revoked access'],
  ])('does not ask what is wrong with a token of which AWS tells it: %s', async (code, message) => {
    const { steps } = await told({
      text: () => `An error occurred (${code}) when calling the AssumeRoleWithWebIdentity operation: ${message}`,
    });
    expect(steps.map(line)).toEqual(['✗ The web identity token was rejected']);
    expect(steps.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  const DENIED = (caller: string) => () =>
    `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${caller} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deploy-target`;

  it.each([
    ['arn:aws:iam::***:user/jane', 'masked'],
    ['arn:aws:iam::{account-id}:user/jane', 'masked'],
    ['arn:aws:iam::<account>:user/jane', 'masked'],
    ['arn:aws:iam::XXXXXXXXXXXX:user/jane', 'masked'],
    ['arn:aws:iam::ACCOUNT_ID:user/jane', 'masked'],
    ['arn:aws:iam::123456789:user/jane', 'with an invalid account id'],
    ['arn:aws:iam::1234567890123:user/jane', 'with an invalid account id'],
  ])('says how %s is shown, and that your identity was checked', async (caller, how) => {
    const open = await first({ text: DENIED(caller) });
    expect(open && line(open)).toBe(`? The error shows the caller ${how} | ${caller}`);
    const you = 'arn:aws:iam::111122223333:user/jane';
    const standing = await first({ text: DENIED(caller), you });
    expect(standing && line(standing)).toBe(
      `✓ The error shows the caller ${how}; checked as your current identity | user jane in 111122223333; the error shows ${caller}`,
    );
    expect(standing).toMatchObject({
      rung: 'likely',
      gaps: [{ what: `who the caller is: the error shows it ${how}` }],
    });
  });

  it('takes the identity provider’s user for the caller of AssumeRoleWithWebIdentity, whoever you are', async () => {
    const step = await first({
      you: 'arn:aws:iam::111122223333:user/jane',
      text: () =>
        'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    });
    expect(step && line(step)).toBe('? Could not tell which identity provider the caller comes from');
    expect(step?.gaps).toMatchObject([{ toPass: 'web-identity-token' }]);
  });

  it('fails where the credentials themselves were refused', async () => {
    const text = () =>
      'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired';
    const { steps } = await told({ text });
    expect(steps.map(line)).toEqual(['✗ The credentials were rejected']);
    expect(steps[0]?.evidence).toMatchObject([{ kind: 'quote' }]);
  });
});
