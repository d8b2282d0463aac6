import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { denytrace } from './run-bin.ts';

const SENTENCE =
  'User: arn:aws:sts::111122223333:assumed-role/ci/build is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deploy';

/** Texts that only patterns with characters beyond ASCII read right: the build must keep those. */
const TEXTS = {
  'a box': `╷\n│ Error: api error AccessDenied: User:\n│ arn:aws:sts::111122223333:assumed-role/ci/build is not authorized to perform: sts:AssumeRole on\n│ resource: arn:aws:iam::444455556666:role/deploy\n╵`,
  'an ellipsis': `${SENTENCE.slice(0, 120)}…`,
  'typographic quotes': `“${SENTENCE}”`,
  'an apostrophe': 'AWS CodeDeploy couldn’t assume the role arn:aws:iam::444455556666:role/deploy',
  Japanese:
    'エラー: RunInstances オペレーションを呼び出すときにエラーが発生 (AccessDenied) しました: ユーザー: arn:aws:iam::111122223333:user/tester は実行する権限がありません: リソースの ec2:RunInstances: ロール TestReadOnly (明示的な拒否)',
} as const;

describe('the built program reads what the sources read', () => {
  it.each(Object.entries(TEXTS))('%s', async (_, text) => {
    const { stdout } = await denytrace(['--no-aws', '--format', 'json'], { input: text });
    const denials: unknown = JSON.parse(stdout).diagnoses.map(({ denial }: { denial: unknown }) => denial);
    const expected = parseDenials(text).filter(({ kind }) => kind !== 'other-aws-auth');
    expect(denials).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it.each(Object.entries(TEXTS))('%s holds a denial', (_, text) => {
    expect(parseDenials(text)).toHaveLength(1);
  });
});

it('finds the same in a log where Node has no WebAssembly to search it with', async () => {
  const noise = Array.from({ length: 1_200 }, (_, index) => `2024-03-01T10:00:00Z INFO request ${index} done`).join(
    '\n',
  );
  const input = Object.values(TEXTS)
    .map((text) => `${noise}\n${noise}\n\n${text}\n\n`)
    .join('');
  const found = async (env: Readonly<Record<string, string>>) => {
    const { stdout } = await denytrace(['--no-aws', '--format', 'json'], { input, env });
    return JSON.parse(stdout).diagnoses.map(({ denial, count }: { denial: unknown; count: unknown }) => [
      denial,
      count,
    ]);
  };
  const [usual, without] = await Promise.all([found({}), found({ NODE_OPTIONS: '--jitless' })]);
  expect(usual.length).toBeGreaterThan(2);
  expect(without).toEqual(usual);
});
