import type { Settings } from '../options.ts';

/**
 * Text that the terminal makes a link of, where it can. The page is looked up only then.
 * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 */
export function hyperlink(text: string, page: () => string | null, { hyperlinks }: Settings): string {
  const url = hyperlinks ? page() : null;
  return url === null ? text : `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}
