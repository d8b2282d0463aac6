import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordingOf, recordings } from './tape.ts';

it('prints a recording as what makes it again', () => {
  expect(fc.stringify(recordingOf(3, 0, 255, 0, 0))).toBe('recordingOf(3, 0, 255)');
  fc.assert(
    fc.property(recordings, (recording) => {
      const [, bytes = ''] = /^recordingOf\((.*)\)$/.exec(fc.stringify(recording)) ?? [];
      const [again, tape] = [recordingOf(...bytes.split(', ').map(Number)).play(), recording.play()];
      for (let at = 0; at < 320; at += 1) expect(again.upTo(255)).toBe(tape.upTo(255));
    }),
  );
});
