import { describe, expect, it } from 'vitest';
import { findInText } from '../../src/cli/text/found-text.ts';
import { titleHint } from '../../src/cli/text/title-hint.ts';
import { denytrace } from './run-bin.ts';

/** Titles of AWS's troubleshooting pages and of questions about them; none of them says who was denied what. */
const TITLES = [
  'AccessDeniedException – I Can’t Assume a Role',
  "I can't assume a role",
  'I can’t switch roles in the IAM console',
  'I get "access denied" when I make a request to an AWS service',
  'I get "access denied" when I make a request with temporary security credentials',
  'How do I resolve the error "Access Denied" in Amazon S3?',
  'I am not authorized to perform an action in IAM',
  '403 Forbidden',
  'My role has permissions but I get a permission error',
];

const OTHERS = [
  'all is well',
  'build finished in 12 s',
  'role/prod-deploy was created',
  '',
  `access denied, ${'and much more output of a program '.repeat(12)}`,
];

describe('a title without the error itself', () => {
  it.each(TITLES)('gets a word on what to paste: %s', (title) => {
    expect(findInText(title).subjects).toEqual([]);
    expect(titleHint(title)).toContain('paste the error itself');
  });

  it.each(OTHERS)('is not: %s', (text) => {
    expect(titleHint(text)).toBeUndefined();
  });

  it('is not an error about settings', () => {
    const { subjects, isAboutAws } = findInText(
      'An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation: not authorized',
    );
    expect({ subjects, isAboutAws }).toEqual({ subjects: [], isAboutAws: true });
  });

  it.each([
    ['as an argument', ["AccessDeniedException – I Can't Assume a Role"], ''],
    ['on standard input', [], "I can't assume a role\n"],
  ])('gets it on standard error, %s', async (_, args, input) => {
    const { code, stdout, stderr } = await denytrace(['--no-aws', ...args], { input });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No AWS access-denied error was found in the input.\n' });
    expect(stderr).toContain('paste the error itself');
  });

  it('says nothing of it with --quiet', async () => {
    const { stderr } = await denytrace(['--no-aws', '--quiet'], { input: "I can't assume a role\n" });
    expect(stderr).toBe('');
  });
});
