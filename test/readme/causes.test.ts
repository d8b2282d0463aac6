import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import { groupCauses } from '../../src/causes/texts/cause-groups.ts';
import { pageOf } from '../../src/causes/texts/pages.ts';
import { textOf } from '../../src/causes/texts/text-of.ts';
import { expectGolden } from '../golden.ts';

const PAGE = resolve(import.meta.dirname, '../../docs/causes.md');

const HEAD = `# Causes

Every cause that a report can name, by the policy or step that it concerns. \`denytrace explain ID\` says more about each,
and the link leads to the page of AWS.
This page is made from the product by \`npm run accept\`.
`;

const escaped = (text: string) => text.replaceAll('|', '\\|');

it('docs/causes.md lists every cause once, by group', () => {
  const groups = groupCauses(CAUSES.map(({ id }) => ({ id, text: textOf(id) })));
  expect(groups.flatMap(({ causes }) => causes).length).toBe(CAUSES.length);
  const sections = groups.map(({ group, causes }) =>
    [
      `\n## ${group.title}\n`,
      '| cause | what it means |',
      '| --- | --- |',
      ...causes.map(({ id, text }) => `| [\`${id}\`](${pageOf(id)}) | ${escaped(text?.what ?? '')} |`),
      '',
    ].join('\n'),
  );
  expectGolden(PAGE, HEAD + sections.join(''));
});
