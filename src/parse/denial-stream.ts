import type { Denial } from '../model/denial.ts';
import { DenialFlow, type FlowingDenial } from './denial-flow.ts';
import { createWindowReader } from './scan/window-reader.ts';

export type { FlowingDenial } from './denial-flow.ts';

/** Finds the denials of a stream, or of several one after the other, while it comes. It keeps nothing of a denial but its key and count. */
export interface DenialStream {
  /** Adds the next bytes, which may be cut anywhere. They are copied. */
  readonly push: (chunk: Uint8Array) => void;
  /**
   * Makes ready what came so far. `flowing`: more comes all the time, so that a denial is ready once some lines stand behind it. `paused`:
   * nothing has come for a while, so that every whole line is read.
   */
  readonly settle: (how: 'flowing' | 'paused') => void;
  /** Ends the text; another one, with lines of its own, may follow. */
  readonly end: () => void;
  /** The denials that have become ready, each of them once. */
  readonly take: () => readonly FlowingDenial[];
  /** The counts that have grown since their denials were taken, by key. */
  readonly grown: () => ReadonlyMap<string, number>;
  /** True where an error of AWS was found, be it a denial or not. */
  readonly isAboutAws: () => boolean;
}

/** Creates a stream of denials. A text that ends without a pause is read as the scanner reads it. */
export function createDenialStream(): DenialStream {
  const flow = new DenialFlow();
  let isAboutAws = false;
  const add = (denial: Denial, text: string) => {
    isAboutAws = true;
    // An error about state, quota or configuration is no denial.
    if (denial.kind !== 'other-aws-auth') flow.add(denial, text);
  };
  const open = () => createWindowReader(add);
  let reader = open();
  return {
    push: (chunk) => reader.push(chunk),
    settle(how) {
      reader.readSoFar(how === 'paused' ? 'nothing' : 'some lines');
      flow.settle();
    },
    end() {
      reader.end();
      flow.settle();
      reader = open();
    },
    take: () => flow.take(),
    grown: () => flow.grown(),
    isAboutAws: () => isAboutAws,
  };
}
