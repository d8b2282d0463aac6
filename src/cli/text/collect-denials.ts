import { createDenialScanner } from '../../parse/denial-scanner.ts';
import { type FoundText, foundText } from './found-text.ts';
import { mergeFound } from './merge-found.ts';
import type { Sink } from './sink.ts';

/** Collects what it is given. */
export interface Collector extends Sink {
  /** Call once, at the end. */
  readonly found: () => FoundText;
}

/** Finds all denials of one text, or of several files: the same denial in two of them is counted together. */
export function collectDenials(): Collector {
  const all: FoundText[] = [];
  let scanner = createDenialScanner();
  let path: string | null = null;
  return {
    begin(file) {
      path = file;
      scanner = createDenialScanner();
    },
    push: (chunk) => scanner.push(chunk),
    settle: () => {},
    isOpen: () => true,
    end() {
      const found = foundText(scanner.end());
      const file = path;
      all.push(file === null ? found : { ...found, files: found.subjects.map(() => [file, file]) });
    },
    found: () => mergeFound(all),
  };
}
