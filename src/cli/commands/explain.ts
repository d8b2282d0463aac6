import type { Check } from '../../checks/check.ts';
import { CHECKS } from '../../checks/registry.ts';
import { nearestTexts } from '../../reference/edit-distance.ts';
import { wrap } from '../../report/text/page.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { colorsFor } from '../output/colors.ts';
import { write } from '../output/write.ts';
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
    const widest = Math.max(0, ...checks.map(({ id }) => id.length));
    await write(stdout.stream, checks.map(({ id, doc }) => `${id.padEnd(widest)}  ${doc.what}\n`).join(''));
    return EXIT.fine;
  }
  const check = checks.find(({ id }) => id === cause);
  if (check === undefined) throw new UsageError(unknownCause(cause));
  const bold = (await colorsFor(stdout, host, flags.color))?.bold ?? ((text: string) => text);
  const { what, why, fix } = check.doc;
  const parts = [
    [check.id, what],
    ['Why', why],
    ['Fix', fix],
  ] as const;
  const text = parts.map(([title, words]) => [bold(title), ...wrap(words, width)].join('\n')).join('\n\n');
  await write(stdout.stream, `${text}\n`);
  return EXIT.fine;
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
