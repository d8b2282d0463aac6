import { createPlainBuffer } from './plain-buffer.ts';
import type { SearchBuffer } from './search-buffer.ts';
import { createWasmBuffer } from './wasm/wasm-buffer.ts';

/** Creates a buffer that WebAssembly searches, or a plain one where there is none, as in `node --jitless`. Both find the same. */
export function createFastestBuffer(capacity: number): SearchBuffer {
  try {
    return createWasmBuffer(capacity);
  } catch {
    return createPlainBuffer(capacity);
  }
}
