/** A value as an HCL expression. https://developer.hashicorp.com/terraform/language/expressions/types */
export function hcl(value: unknown): string {
  return lines(value).join('\n');
}

function lines(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]'];
    return ['[', ...value.flatMap((item) => inner(lines(item), ',')), ']'];
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return ['{}'];
    const items = entries.flatMap(([key, item]) => {
      const [first = '', ...rest] = lines(item);
      return inner([`${hclKey(key)} = ${first}`, ...rest], '');
    });
    return ['{', ...items, '}'];
  }
  return [typeof value === 'string' ? hclString(value) : (JSON.stringify(value) ?? 'null')];
}

function inner(block: readonly string[], end: string): readonly string[] {
  return block.map((line, index) => `  ${line}${index === block.length - 1 ? end : ''}`);
}

function hclKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : hclString(key);
}

/** Escapes of JSON that HCL does not know. */
const RARE: Readonly<Record<string, string>> = { b: '\\u0008', f: '\\u000c' };

/** A text in quotes; `${` and `%{` would begin a template. https://developer.hashicorp.com/terraform/language/expressions/strings */
export function hclString(text: string): string {
  const escaped = JSON.stringify(text).replace(/\\([bf\\])/g, (rare, letter) => RARE[letter] ?? rare);
  return escaped.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}
