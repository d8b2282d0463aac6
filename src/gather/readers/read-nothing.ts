import type { Read } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';

/** The read seam of a run that may not ask AWS: whatever the text does not tell stays unknown. */
export const readNothing: Read = async () => ({
  status: 'refused',
  account: null,
  code: REFUSALS.notAsked,
  message: 'AWS was not asked',
});
