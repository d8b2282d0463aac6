import type { Read } from '../../model/read.ts';
import { describeCall } from '../calls/find-call.ts';

/** What is being read, and how much is done. */
export interface Progress {
  /** "iam:GetRole prod-deploy" */
  readonly reading: string;
  readonly done: number;
  readonly started: number;
}

/** Calls `report` whenever a read starts or ends. Put it inside `memoize`, so that each read counts once. */
export function withProgress(read: Read, report: (progress: Progress) => void): Read {
  let started = 0;
  let done = 0;
  const pending = new Set<string>();
  return async (call) => {
    const name = describeCall(call);
    started += 1;
    pending.add(name);
    report({ reading: name, done, started });
    const answer = await read(call);
    done += 1;
    pending.delete(name);
    const [next = name] = pending;
    report({ reading: next, done, started });
    return answer;
  };
}
