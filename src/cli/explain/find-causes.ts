import { CAUSES } from '../../causes/registry.ts';
import type { Explanation } from '../../causes/texts/explanation.ts';
import { nearestTexts } from '../../reference/edit-distance.ts';
import { UsageError } from '../usage-error.ts';
import { searchCauses } from './search-causes.ts';

/** What is meant as an id, and not as a word to search for. */
const ID = /^[\w-]+\.[\w-]+$/;

/** The cause of an id, whole; or the causes that are listed. */
export type FoundCauses =
  | { readonly kind: 'one'; readonly cause: Explanation }
  | { readonly kind: 'list'; readonly causes: readonly Explanation[] };

/** Finds a cause by its id, causes by words, or all of them for null. A UsageError where there is none. */
export async function findCauses(asked: string | null): Promise<FoundCauses> {
  const all = await explanations();
  const cause = all.find(({ id }) => id === asked);
  if (cause !== undefined) return { kind: 'one', cause };
  const causes = asked === null ? all : ID.test(asked) ? [] : searchCauses(all, asked);
  if (asked !== null && causes.length === 0) throw new UsageError(nothingFound(asked, all));
  return { kind: 'list', causes };
}

/** Every cause with its explanation: loaded here, since nothing else needs it. */
async function explanations(): Promise<readonly Explanation[]> {
  const { explanationOf } = await import('../../causes/texts/explanation.ts');
  return CAUSES.flatMap(({ id }) => explanationOf(id) ?? []);
}

function nothingFound(asked: string, all: readonly Explanation[]): string {
  const near = nearestTexts(
    asked,
    all.map(({ id }) => id),
    3,
  );
  const meant = near.length === 0 ? 'denytrace explain lists all causes' : `did you mean ${near.join(', or ')}?`;
  return `there is no cause ${ID.test(asked) ? '' : 'about '}${asked}; ${meant}`;
}
