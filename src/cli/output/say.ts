import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import { visible } from '../../report/escape/visible.ts';
import type { Output } from './output.ts';

/** Writes a sentence of denytrace's own. What it repeats of the command line, a path or an error is shown without secrets and without what is hidden. */
export function say(output: Output, sentence: string): Promise<void> {
  return output.write(`denytrace: ${visible(removeSecrets(sentence))}\n`);
}
