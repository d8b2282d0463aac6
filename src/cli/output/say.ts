import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import { visible } from '../../report/escape/visible.ts';
import { wrap } from '../../report/text/page.ts';
import type { Output } from './output.ts';

/**
 * Writes a sentence of denytrace's own, on a terminal in lines that break between words. What it repeats of the command line, a path or
 * an error is shown without secrets and without what is hidden.
 */
export function say(output: Output, sentence: string): Promise<void> {
  return output.write(`${wrapped(`denytrace: ${visible(removeSecrets(sentence))}`, output)}\n`);
}

/** Lines that are no longer than the terminal is wide where spaces allow it; as they are for what is no terminal. */
export function wrapped(text: string, { columns }: Pick<Output, 'columns'>): string {
  if (columns === undefined) return text;
  const lines = text.split('\n').flatMap((line) => {
    const [indent = ''] = /^ */.exec(line) ?? [];
    const fits = line.length <= columns;
    return fits ? [line] : wrap(line.slice(indent.length), columns - indent.length).map((part) => `${indent}${part}`);
  });
  return lines.join('\n');
}
