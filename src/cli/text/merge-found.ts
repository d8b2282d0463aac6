import type { Subject } from '../../diagnose/subject.ts';
import { distinctKey } from '../../parse/distinct-key.ts';
import type { FoundText } from './found-text.ts';

/** A denial and where it stands. */
interface Placed {
  readonly subject: Subject;
  readonly lines: FoundText['lines'][number];
  readonly files: FoundText['files'][number] | null;
}

/** The denials of several texts as those of one: what more than one of them holds is the same denial, counted together. */
export function mergeFound(texts: readonly FoundText[]): FoundText {
  const [only, ...others] = texts;
  if (only !== undefined && others.length === 0) return only;
  const distinct = new Map<string, Placed>();
  for (const [index, placed] of texts.flatMap(placedIn).entries()) {
    const { denial } = placed.subject;
    const key = denial === null ? `request ${index}` : distinctKey(denial);
    const before = distinct.get(key);
    distinct.set(key, before === undefined ? placed : joined(before, placed));
  }
  const all = [...distinct.values()];
  return {
    subjects: all.map(({ subject }) => subject),
    lines: all.map(({ lines }) => lines),
    files: all.flatMap(({ files }) => (files === null ? [] : [files])),
    isAboutAws: texts.some(({ isAboutAws }) => isAboutAws),
  };
}

function placedIn({ subjects, lines, files }: FoundText): readonly Placed[] {
  return subjects.map((subject, index) => ({ subject, lines: lines[index] ?? [1, 1], files: files[index] ?? null }));
}

/** The first occurrence is the one in the first text, the last one that in the last. Lines of two streams cannot be compared: the first one's stay. */
function joined(before: Placed, after: Placed): Placed {
  const subject = { ...before.subject, count: before.subject.count + after.subject.count };
  if (before.files === null || after.files === null) return { ...before, subject };
  return {
    subject,
    lines: [before.lines[0], after.lines[1]],
    files: [before.files[0], after.files[1]],
  };
}
