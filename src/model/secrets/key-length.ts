const KEY_LENGTH = 40;

/** Has it as many letters, digits, slashes and plus signs in a row as a secret access key? From the end of where one would be to its beginning. */
export function hasKeyLength(lower: string): boolean {
  let start = 0;
  while (start + KEY_LENGTH <= lower.length) {
    let at = start + KEY_LENGTH - 1;
    while (at >= start && isOfKey(lower.charCodeAt(at))) at--;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}

/** `+`, `/`, a digit or a small letter. */
function isOfKey(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 47 && code <= 57) || code === 43;
}
