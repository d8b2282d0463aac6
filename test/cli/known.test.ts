import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, NAMED, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const OTHER = NAMED.replace('prod-deploy', 'other');
const RENAMED = NAMED.replace('build-42', 'build-43');

async function known(format: string, ...texts: readonly string[]): Promise<string> {
  const path = join(folder, `${format}-${texts.length}.json`);
  const { stdout } = await denytrace(['--no-aws', '--format', format], { input: texts.join('\n\n') });
  writeFileSync(path, stdout);
  return path;
}

describe.each(['json', 'jsonl'])('--known with what --format %s printed', (format) => {
  it.each([
    [0, 'nothing new', [NAMED, OTHER], [OTHER, NAMED], '0 of 2 denials are not in '],
    [0, 'the same in another session', [NAMED], [RENAMED], '0 of 1 denials are not in '],
    [0, 'an unexplained one that is known', [SILENT], [SILENT], '0 of 1 denials are not in '],
    [1, 'a new one', [NAMED], [NAMED, OTHER], '1 of 2 denials is not in '],
    [3, 'a new one that is not explained', [NAMED], [NAMED, SILENT.replace('prod-deploy', 'x')], '1 of 2 denials is '],
    [1, 'another reason', [SILENT], [NAMED], '1 of 1 denials is not in '],
    [1, 'nothing known', [], [NAMED], '1 of 1 denials is not in '],
  ] as const)('exits with %i: %s', async (code, _, before, now, sentence) => {
    const path = await known(format, ...before);
    const ran = await denytrace(['--no-aws', '--known', path], { input: now.join('\n\n') });
    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(`denytrace: ${sentence}`) });
    expect(ran.stdout).toContain('sts:AssumeRole');
  });
});

it('names what is new', async () => {
  const path = await known('json', NAMED);
  const { stderr } = await denytrace(['--no-aws', '--known', path], { input: `${NAMED}\n\n${OTHER}` });
  expect(stderr).toBe(
    `denytrace: 1 of 2 denials is not in ${path}: sts:AssumeRole on arn:aws:iam::444455556666:role/other\n`,
  );
});

it.each([['{"a":1}'], ['no JSON'], ['[]']])('is no file of another kind: %s', async (content) => {
  const path = join(folder, 'other.json');
  writeFileSync(path, content);
  const { code, stdout, stderr } = await denytrace(['--no-aws', '--known', path, NAMED]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--known wants what denytrace --format json, or jsonl, printed');
});
