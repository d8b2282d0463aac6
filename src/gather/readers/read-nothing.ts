import type { Read } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';

/** Reads nothing, for runs that may not call AWS. What the text does not show stays unknown. */
export const readNothing: Read = async () => ({
  status: 'refused',
  account: null,
  code: REFUSALS.notAsked,
  message: 'not read from AWS',
});
