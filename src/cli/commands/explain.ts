import { CAUSES } from '../../causes/registry.ts';
import type { Explanation } from '../../causes/texts/explanation.ts';
import { nearestTexts } from '../../reference/edit-distance.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import { printExplanation } from '../explain/print-explanation.ts';
import { printList } from '../explain/print-list.ts';
import { searchCauses } from '../explain/search-causes.ts';
import type { Host } from '../host.ts';
import { colorsFor } from '../output/colors.ts';
import { UsageError } from '../usage-error.ts';

const WIDEST = 100;

/** What is meant as an id, and not as a word to search for. */
const ID = /^[\w-]+\.[\w-]+$/;

/** Prints what a cause means; the causes in which words are found; or the list of all causes. */
export async function explainCommand(
  { cause, flags }: Extract<Request, { command: 'explain' }>,
  host: Host,
): Promise<number> {
  const { stdout } = host;
  const all = await explanations();
  const palette = await colorsFor(stdout, host, flags.color);
  const one = all.find(({ id }) => id === cause);
  if (one !== undefined) {
    await stdout.write(printExplanation(one, Math.min(stdout.columns ?? 80, WIDEST), palette));
    return EXIT.fine;
  }
  const found = cause === null ? all : ID.test(cause) ? [] : searchCauses(all, cause);
  if (cause !== null && found.length === 0) throw new UsageError(nothingFound(cause, all));
  await stdout.write(printList(found, stdout.columns && Math.min(stdout.columns, WIDEST), palette));
  return EXIT.fine;
}

/** Every cause with its explanation: loaded here, since no other command needs it. */
async function explanations(): Promise<readonly Explanation[]> {
  const { explanationOf } = await import('../../causes/texts/explanation.ts');
  return CAUSES.flatMap(({ id }) => explanationOf(id) ?? []);
}

function nothingFound(cause: string, all: readonly Explanation[]): string {
  const near = nearestTexts(
    cause,
    all.map(({ id }) => id),
    3,
  );
  const meant = near.length === 0 ? 'denytrace explain lists all causes' : `did you mean ${near.join(', or ')}?`;
  return `there is no cause ${ID.test(cause) ? '' : 'about '}${cause}; ${meant}`;
}
