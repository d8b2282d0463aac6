import { needles } from '../needles.ts';
import type { SearchBuffer } from '../search-buffer.ts';
import { WINDOW, windowsOf } from '../windows.ts';
import { isAround } from '../wrapped-needle.ts';
import { PROGRAM } from './program.ts';

/** What is used of WebAssembly, which TypeScript knows for browsers only. https://webassembly.github.io/spec/js-api/ */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** search.wat. All numbers are addresses in its memory. */
interface Program {
  readonly windows: { readonly value: number };
  readonly found: { readonly value: number };
  readonly text: { readonly value: number };
  readonly block: { readonly value: number };
  readonly add: (at: number, number: number) => void;
  readonly search: (at: number, end: number) => number;
  readonly lines: (at: number, end: number) => number;
}

/** A needle, and the offset of one of its windows. */
interface Candidate {
  readonly needle: Buffer;
  readonly offset: number;
}

const PAGE = 64 * 1024;
const PAGES_BEFORE_TEXT = 4;
/** A gram of a window may begin as many bytes behind the beginning of the window. */
const LAST_GRAM = 4;
const ENTRY = 8;

// Made when the first log is searched, and kept for the next.
let module: object | undefined;
let windows: ReadonlyMap<string, readonly Candidate[]> | undefined;

/**
 * Creates a buffer that WebAssembly searches.
 * @throws where this Node, or this processor, has no WebAssembly with SIMD, or no memory is left for it
 */
export function createWasmBuffer(capacity: number): SearchBuffer {
  module ??= new WebAssembly.Module(Buffer.from(PROGRAM, 'base64'));
  const memory = new WebAssembly.Memory({ initial: PAGES_BEFORE_TEXT + Math.ceil(capacity / PAGE) });
  const program = programIn(module, memory);
  const text = program.text.value;
  const found = Buffer.from(memory.buffer, program.found.value, program.block.value * ENTRY);
  const bytes = Buffer.from(memory.buffer, text, capacity);
  const candidates = addWindows(program, bytes);

  /** The windows that begin in [from, to), `to` being no farther from `from` than a block. */
  function* windowsIn(from: number, to: number): Generator<[start: number, candidates: readonly Candidate[]]> {
    const count = program.search(text + from, text + to + LAST_GRAM);
    for (let entry = 0; entry < count * ENTRY; entry += ENTRY) {
      const start = found.readUInt32LE(entry) - text;
      if (start >= from && start < to) yield [start, candidates[found.readUInt32LE(entry + 4)] ?? []];
    }
  }

  return {
    bytes,
    hits(from, to, length) {
      const used = bytes.subarray(0, length);
      const hits: number[] = [];
      const end = Math.min(to, length - WINDOW + 1);
      for (let at = from; at < end; at += program.block.value) {
        for (const [start, maybe] of windowsIn(at, Math.min(at + program.block.value, end))) {
          if (maybe.some(({ needle, offset }) => isAround(used, start, needle, offset, WINDOW))) hits.push(start);
        }
      }
      return hits.sort((one, other) => one - other);
    },
    lines: (from, to) => program.lines(text + from, text + to),
  };
}

function programIn(compiled: object, memory: object): Program {
  const { exports } = new WebAssembly.Instance(compiled, { scan: { memory } });
  return exports as Program; // what search.wat exports is known to no compiler
}

/** Adds all windows to the program. The candidates of each are where its number says. `bytes` holds no text yet. */
function addWindows(program: Program, bytes: Buffer): readonly (readonly Candidate[])[] {
  windows ??= windowsOfNeedles();
  if (windows.size > program.windows.value) throw new RangeError(`${windows.size} windows: make room in search.wat`);
  for (const [index, window] of [...windows.keys()].entries()) {
    bytes.write(window, 'latin1');
    program.add(program.text.value, index + 1);
  }
  // No window has the number 0.
  return [[], ...windows.values()];
}

function windowsOfNeedles(): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const needle of needles().map((text) => Buffer.from(text))) {
    for (const offset of windowsOf(needle)) {
      const window = needle.toString('latin1', offset, offset + WINDOW);
      found.set(window, [...(found.get(window) ?? []), { needle, offset }]);
    }
  }
  return found;
}
