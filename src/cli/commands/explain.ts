import { CASE_CAUSES, CAUSES } from '../../causes/registry.ts';
import type { CauseText } from '../../causes/texts/cause-text.ts';
import { textOf } from '../../causes/texts/text-of.ts';
import { nearestTexts } from '../../reference/edit-distance.ts';
import { wrap } from '../../report/text/page.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { colorsFor } from '../output/colors.ts';
import { UsageError } from '../usage-error.ts';

/** Every cause, with its text. Made when it is asked for: no other command needs it. */
function entries(): readonly (CauseText & { readonly id: string })[] {
  return CAUSES.flatMap(({ id }) => {
    const text = textOf(id);
    return text === undefined ? [] : [{ id, ...text }];
  });
}

/** Prints what a cause means, or the list of all causes. */
export async function explainCommand(
  { cause, flags }: Extract<Request, { command: 'explain' }>,
  host: Host,
): Promise<number> {
  const { stdout } = host;
  const width = Math.min(stdout.columns ?? 80, 100);
  if (cause === null) {
    await stdout.write(list(stdout.columns));
    return EXIT.fine;
  }
  const entry = entries().find(({ id }) => id === cause);
  if (entry === undefined) throw new UsageError(unknownCause(cause));
  const bold = (await colorsFor(stdout, host, flags.color))?.bold ?? ((text: string) => text);
  const { id, what, why, fix } = entry;
  const parts = [
    [id, what],
    ['Why', why],
    ['Proof', proofOf(id)],
    ['Fix', fix],
  ] as const;
  const text = parts.map(([title, words]) => [bold(title), ...wrap(words, width)].join('\n')).join('\n\n');
  await stdout.write(`${text}\n`);
  return EXIT.fine;
}

/** Every cause in a line, to be searched; on a terminal no line is wider than that. */
function list(columns: number | undefined): string {
  const all = entries();
  const widest = Math.max(0, ...all.map(({ id }) => id.length)) + 2;
  const lines = all.flatMap(({ id, what }) => {
    if (columns === undefined) return [`${id.padEnd(widest)}${what}`];
    return [id, ...wrap(what, Math.max(40, columns - 4)).map((line) => `    ${line}`)];
  });
  return `${lines.join('\n')}\n`;
}

/** How a report comes to name a cause. */
function proofOf(cause: string): string {
  const isOfCase = CASE_CAUSES.some(({ id }) => id === cause);
  if (cause.endsWith('.named-by-aws'))
    return 'AWS’s own message names the layer: that is proof, even where no policy could be read. The report quotes it.';
  return !isOfCase
    ? 'The policies that could be read are evaluated by the rules of AWS. The report shows the statement with its lines, or where it looked and what came nearest, and evaluates the request again with the fix. What could not be read is listed, and never taken for absent.'
    : 'AWS’s message, its answer to a read, or the environment of the job shows it, and the report quotes that. Where it only suggests it, the report says “likely”.';
}

function unknownCause(cause: string): string {
  const near = nearestTexts(
    cause,
    entries().map(({ id }) => id),
    3,
  );
  const meant = near.length === 0 ? 'denytrace explain lists all' : `did you mean ${near.join(', or ')}?`;
  return `there is no cause ${cause}; ${meant}`;
}
