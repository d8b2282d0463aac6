import { distinctKey } from '../../parse/distinct-key.ts';
import type { FoundText } from './found-text.ts';

/** The denials of two streams of one program as one: what both hold is the same denial, counted together. */
export function mergeFound(first: FoundText, second: FoundText): FoundText {
  const subjects = [...first.subjects];
  const lines = [...first.lines];
  const known = new Map(
    subjects.flatMap(({ denial }, index) => (denial === null ? [] : [[distinctKey(denial), index]])),
  );
  for (const [index, subject] of second.subjects.entries()) {
    const at = subject.denial === null ? undefined : known.get(distinctKey(subject.denial));
    const same = at === undefined ? undefined : subjects[at];
    if (at !== undefined && same !== undefined) subjects[at] = { ...same, count: same.count + subject.count };
    else {
      subjects.push(subject);
      lines.push(second.lines[index] ?? [1, 1]);
    }
  }
  return { subjects, lines, omitted: first.omitted + second.omitted };
}
