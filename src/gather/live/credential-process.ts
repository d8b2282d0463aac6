import { type ChildProcess, exec, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { externalDataInterceptor } from '@smithy/core/config';

type Done = (error: Error | null, printed?: { readonly stdout: string; readonly stderr: string }) => void;

const running = new Set<ChildProcess>();

/**
 * Lets the SDK run the programs of `credential_process` by us, so that none of them outlives the run: each is ended when `stop` is aborted,
 * or when this process ends.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function endWithUs(stop: AbortSignal | undefined): void {
  stop?.addEventListener('abort', endAll, { once: true });
  const hooks: Record<string, unknown> = externalDataInterceptor.getTokenRecord();
  if (hooks['exec'] === run) return;
  hooks['exec'] = run;
}

function run(command: string, done: Done): void {
  if (running.size === 0) process.once('exit', endAll);
  const child = exec(command, (error, stdout, stderr) => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
    done(error, { stdout, stderr });
  });
  running.add(child);
}

function endAll(): void {
  for (const { pid } of running) if (pid !== undefined) endTree(pid);
}

/** Ends a process and what it has started: a shell does not pass the signal on. */
function endTree(pid: number): void {
  const children = childrenOf(pid);
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // it has ended
  }
  for (const child of children) endTree(child);
}

function childrenOf(pid: number): readonly number[] {
  if (process.platform === 'win32') return [];
  return (listed(pid) ?? spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
}

/** Linux keeps a list. https://man7.org/linux/man-pages/man5/proc_pid_task.5.html */
function listed(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  } catch {
    return undefined;
  }
}
