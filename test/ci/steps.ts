import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BARE_ENV } from '../cli/run-bin.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** How a script ended, what it printed, and what it wrote where GitHub Actions looks. */
export interface StepRan {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: string;
  readonly summary: string;
  /** The folder that it ran in. */
  readonly cwd: string;
}

export interface StepOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Files that are there before, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** How the shell is called. Default: as GitHub Actions calls it for `shell: bash`. */
  readonly shell?: readonly string[];
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrunshell */
const GITHUB_BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail'];

/** Runs a script in a new folder below the given one, with the files and variables of a step of GitHub Actions. */
export function runStep(script: string, folder: string, options: StepOptions = {}): Promise<StepRan> {
  const { env = {}, files = {}, shell: [program = '', ...args] = GITHUB_BASH } = options;
  const cwd = mkdtempSync(join(folder, 'work-'));
  const temp = mkdtempSync(join(folder, 'temp-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const [outputs, summary, path] = ['output', 'summary', 'script'].map((name) => join(temp, name));
  writeFileSync(path ?? '', script);
  return new Promise((resolvePromise, reject) => {
    const child = spawn(program, [...args, path ?? ''], {
      cwd,
      env: {
        ...BARE_ENV,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: ROOT,
        GITHUB_OUTPUT: outputs,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: temp,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      resolvePromise({ code, ...printed, outputs: textIn(outputs), summary: textIn(summary), cwd }),
    );
  });
}

function textIn(path: string | undefined): string {
  return path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : '';
}
