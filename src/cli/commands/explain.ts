import type { Check } from '../../causes/cause.ts';
import { CHECKS } from '../../causes/registry.ts';
import { nearestTexts } from '../../reference/edit-distance.ts';
import { wrap } from '../../report/text/page.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { colorsFor } from '../output/colors.ts';
import { UsageError } from '../usage-error.ts';

const checks: readonly Check[] = CHECKS;

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
  const check = checks.find(({ id }) => id === cause);
  if (check === undefined) throw new UsageError(unknownCause(cause));
  const bold = (await colorsFor(stdout, host, flags.color))?.bold ?? ((text: string) => text);
  const { what, why, fix } = check.doc;
  const parts = [
    [check.id, what],
    ['Why', why],
    ['Proof', proofOf(check)],
    ['Fix', fix],
  ] as const;
  const text = parts.map(([title, words]) => [bold(title), ...wrap(words, width)].join('\n')).join('\n\n');
  await stdout.write(`${text}\n`);
  return EXIT.fine;
}

/** Every cause in a line, to be searched; on a terminal no line is wider than that. */
function list(columns: number | undefined): string {
  const widest = Math.max(0, ...checks.map(({ id }) => id.length)) + 2;
  const entries = checks.flatMap(({ id, doc: { what } }) => {
    if (columns === undefined) return [`${id.padEnd(widest)}${what}`];
    return [id, ...wrap(what, Math.max(40, columns - 4)).map((line) => `    ${line}`)];
  });
  return `${entries.join('\n')}\n`;
}

/** How a report comes to name a cause. */
function proofOf({ id, on }: Check): string {
  if (id.endsWith('.named-by-aws'))
    return 'AWS’s own message names the layer: that is proof, even where no policy could be read. The report quotes it.';
  return on === 'blockage'
    ? 'The policies that could be read are evaluated by the rules of AWS. The report shows the statement with its lines, or where it looked and what came nearest, and evaluates the request again with the fix. What could not be read is listed, and never taken for absent.'
    : 'AWS’s message, its answer to a read, or the environment of the job shows it, and the report quotes that. Where it only suggests it, the report says “likely”.';
}

function unknownCause(cause: string): string {
  const near = nearestTexts(
    cause,
    checks.map(({ id }) => id),
    3,
  );
  const meant = near.length === 0 ? 'denytrace explain lists all' : `did you mean ${near.join(', or ')}?`;
  return `there is no cause ${cause}; ${meant}`;
}
