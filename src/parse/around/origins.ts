import type { Denial, DenialOrigin } from '../../model/denial.ts';
import type { NumberedLine } from '../text/clean-lines.ts';
import { type Mark, marksIn } from './origin-marks.ts';
import { type PrintedObject, printedObjects } from './printed-objects.ts';
import { firstFrom } from './sorted-lines.ts';

/** What is nearer to the call counts first: the line of the program says more than the step of the workflow that it ran in. */
const KINDS = ['terraform', 'cloudformation', 'kubernetes', 'source', 'workflow'] as const;

/** No mark is looked for farther away, in lines. */
const FARTHEST = 200;

/**
 * The denials with what asked for each: the resource of Terraform or CloudFormation, the object of Kubernetes, the line of the program, the
 * step of the workflow; the first of these kinds that the lines around a denial have. `clean` are the written lines without what was done to
 * them on their way. The work is linear in the text.
 */
export function withOrigins(
  denials: readonly Denial[],
  written: readonly NumberedLine[],
  clean: readonly NumberedLine[],
): readonly Denial[] {
  if (denials.length === 0) return denials;
  // Tables lose their columns when lines are cleaned, and traces inside of JSON become lines only then.
  const marks = [...marksIn(written), ...marksIn(clean)].sort((one, other) => one.line - other.line);
  const objects = printedObjects(written);
  return denials.map((denial, index) => {
    const from = denials[index - 1]?.lines[1] ?? 0;
    const to = denials[index + 1]?.lines[0] ?? Number.POSITIVE_INFINITY;
    return {
      ...denial,
      origin: nearestOf([...marksNear(marks, denial), ...marksAround(objects, denial)], denial, { from, to }),
    };
  });
}

/** The nearest mark of the first kind. A mark on the other side of another denial is that one's, except for a step, which may have several. */
function nearestOf(
  marks: readonly Mark[],
  { lines: [first, last] }: Denial,
  { from, to }: { readonly from: number; readonly to: number },
): DenialOrigin | null {
  const distance = ({ line }: Mark) => Math.max(first - line, line - last, 0);
  const usable = marks.filter((mark) => {
    const { line, side, reach, origin } = mark;
    if (distance(mark) === 0) return true;
    if (distance(mark) > reach) return false;
    if (line < first) return side !== 'after' && (origin.kind === 'workflow' || line > from);
    return side !== 'before' && line < to;
  });
  for (const kind of KINDS) {
    const ofKind = usable.filter(({ origin }) => origin.kind === kind);
    // A line whose quotes were escaped names the resource only once that is undone.
    const [nearest] = ofKind.sort((one, other) => distance(one) - distance(other) || unnamed(one) - unnamed(other));
    if (nearest !== undefined) return nearest.origin;
  }
  return null;
}

function unnamed({ origin }: Mark): number {
  return origin.name === null ? 1 : 0;
}

/** The marks in the lines around a denial; `marks` are in the order of their lines. */
function marksNear(marks: readonly Mark[], { lines: [first, last] }: Denial): readonly Mark[] {
  return marks.slice(firstFrom(marks, first - FARTHEST), firstFrom(marks, last + FARTHEST + 1));
}

/** The object of Kubernetes in whose manifest or description the denial is. */
function marksAround(objects: readonly PrintedObject[], { lines: [line] }: Denial): readonly Mark[] {
  return objects
    .filter(({ from, to }) => from <= line && line <= to)
    .map(({ name }) => ({
      line,
      side: 'either',
      reach: 0,
      origin: { kind: 'kubernetes', name, file: null, line: null },
    }));
}
