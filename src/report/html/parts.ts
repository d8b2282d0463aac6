import { html, type Markup } from '../escape/html.ts';
import { printCommand } from '../shell/quote.ts';

/** Words as a link; as nothing but words where there is no page. The URL is one of ours: no value from outside is in it unescaped. */
export function link(url: string | null, words: string): Markup {
  return url === null ? html`${words}` : html`<a href="${url}" rel="noreferrer">${words}</a>`;
}

/** A block of code, a line each. `kind` is the class by which the style knows it. */
export function code(lines: readonly (string | Markup)[], kind = 'plain'): Markup {
  const rows = lines.map((line) => html`<span class="line">${line}</span>`);
  return html`<pre class="${kind}"><code>${rows}</code></pre>
`;
}

/** A value as JSON. */
export function json(value: unknown): Markup {
  return code(JSON.stringify(value, null, 2).split('\n'));
}

/** A command that can be pasted; nothing for one that cannot be shown as it is. */
export function command(argv: readonly string[] | undefined): Markup | null {
  const line = argv && printCommand(argv);
  return line === undefined ? null : code([line], 'command');
}

/** Something to unfold. */
export function details(title: string, content: readonly (Markup | null)[]): Markup {
  return html`<details><summary>${title}</summary>
${content}</details>
`;
}
