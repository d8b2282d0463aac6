import { html, type Markup } from '../escape/html.ts';
import type { Group } from '../groups.ts';
import type { Settings } from '../options.ts';
import { hiddenGroups, listedGroups, overviewRow, SCREEN, totalsWords } from '../words/overview.ts';

const COLUMNS = ['count', 'action', 'caller', 'resource', 'cause', 'who can change it'] as const;

/** The groups of a text with several denials, a row each. `anchorOf`: where in the page a group is reported, if it is. */
export function overviewTable(
  groups: readonly Group[],
  settings: Settings,
  anchorOf: (group: Group) => string | null,
): Markup {
  const totals =
    groups.length > SCREEN
      ? totalsWords(groups).map(
          (line) => html`<li>${line}</li>
`,
        )
      : [];
  const hidden = hiddenGroups(groups, settings);
  const rows = listedGroups(groups, settings).map((group) => {
    const { count, actions, caller, resource, cause, owner } = overviewRow(group);
    const anchor = anchorOf(group);
    const name = anchor === null ? html`${actions}` : html`<a href="#${anchor}">${actions}</a>`;
    const cells = [count, name, caller, resource, cause, owner].map((cell, index) =>
      cell === '' ? html`<td></td>` : html`<td data-label="${COLUMNS[index] ?? ''}">${cell}</td>`,
    );
    return html`<tr>${cells}</tr>
`;
  });
  return html`<section class="overview">
${
  totals.length === 0
    ? null
    : html`<ul>
${totals}</ul>
`
}<table>
<thead><tr>${COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
${
  hidden === ''
    ? null
    : html`<p>${hidden}</p>
`
}</section>
`;
}
