import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../cli/run-bin.ts';
import { ROOT, runStep } from './steps.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

const WORKFLOWS = join(ROOT, '.github/workflows');
const files = readdirSync(WORKFLOWS);
const { scripts, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = temporaryFolder();

function textOf(file: string): string {
  return readFileSync(join(WORKFLOWS, file), 'utf8');
}

function workflowOf(file: string): Workflow {
  return parse(textOf(file));
}

describe.each(files)('.github/workflows/%s', (file) => {
  const { permissions, jobs } = workflowOf(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('uses actions by their commit, with the version beside it', () => {
    const used = textOf(file).match(/uses: .*/g) ?? [];
    expect(used.length).toBe(steps.filter(({ uses }) => uses !== undefined).length);
    expect(used.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may read, and nothing else, but for the job that publishes', () => {
    const granted = [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})].flatMap(Object.entries);
    const more = granted.filter(([, access]) => access !== 'read').map(([scope]) => scope);
    expect(more).toEqual(file === 'release.yml' ? ['id-token'] : []);
  });

  it('puts no expression into a script, and runs scripts that there are', () => {
    const all = steps.map(({ run = '' }) => run).join('\n');
    expect(all).not.toMatch(/\$\{\{/);
    const named = Array.from(all.matchAll(/npm (?:run )?(test[\w:]*|build)/g), ([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('a release', () => {
  const check = workflowOf('release.yml').jobs['publish']?.steps.find(({ name }) =>
    name?.startsWith('The tag is'),
  )?.run;

  it.each([
    ['the version', `v${version}`, { version, repository: 'r' }, 0, ''],
    ['another tag', 'v9.9.9', { version, repository: 'r' }, 1, '::error::the tag is v9.9.9'],
    [
      'a tag that is a command',
      'v$(touch pwned)',
      { version, repository: 'r' },
      1,
      '::error::the tag is v$(touch pwned)',
    ],
    ['no address of the repository', `v${version}`, { version }, 1, '::error::package.json has no repository'],
  ])('stops unless tag and package.json agree: %s', async (_, tag, json, code, said) => {
    const files = { 'package.json': JSON.stringify(json) };
    const ran = await runStep(check ?? '', folder, { files, env: { GITHUB_REF_NAME: tag } });
    expect(ran.code).toBe(code);
    expect(ran.stdout.startsWith(said)).toBe(true);
    expect(readdirSync(ran.cwd)).toEqual(['package.json']);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('names one version of Node for both stages, which is one that denytrace runs on', () => {
    const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(new Set(images)).toEqual(new Set(['node:22-slim']));
    expect(images.length).toBe(2);
  });

  it('ends as a user that is not root, with nothing but the package, and takes no secret', () => {
    expect(last.map((line) => line.split(' ')[0])).toEqual(['FROM', 'COPY', 'USER', 'WORKDIR', 'ENTRYPOINT']);
    expect(last).toContain('USER node');
    expect(last[1]).toMatch(/^COPY --from=build \/package /);
    expect(lines.join('\n')).not.toMatch(/^(?:ARG|ENV|ADD)\b|TOKEN|SECRET|PASSWORD|curl|wget|apt-get/im);
  });

  it('gets what the build reads and the package holds, and nothing else', () => {
    const [first, ...allowed] = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    const { files }: { readonly files: readonly string[] } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const packed = files.filter((name) => !name.startsWith('!'));
    const needed = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'src',
      'LICENSE',
      'README.md',
    ];
    const folders = [...needed, ...packed].map((name) => name.split('/')[0] ?? '').filter((name) => name !== 'dist');
    expect(allowed.toSorted()).toEqual([...new Set(folders)].map((name) => `!${name}`).toSorted());
  });
});
