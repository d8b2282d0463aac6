import type { Diagnosis } from '../../model/diagnosis.ts';
import { html as markup } from '../escape/html.ts';
import { groupsOf } from '../groups.ts';
import { overviewTable } from '../html/overview.ts';
import { section } from '../html/section.ts';
import { STYLE, STYLE_HASH } from '../html/style.ts';
import type { Settings } from '../options.ts';
import { placeAt } from '../place.ts';
import { count } from '../words/count.ts';
import { outcomeWords, subjectWords } from '../words/outcome.ts';
import { moreWords, NO_DENIAL, shownOf } from '../words/selection.ts';

/**
 * One page that holds everything it needs: no script, nothing from elsewhere, and a policy that forbids both, so that whatever is in a
 * diagnosis can do nothing.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
export function html(diagnoses: readonly Diagnosis[], settings: Settings): string {
  const groups = groupsOf(diagnoses);
  const shown = shownOf(groups, settings);
  const title = `denytrace: ${count(diagnoses.length, 'denial')}`;
  const [only, ...others] = diagnoses;
  const subject = only === undefined || others.length > 0 ? title : `${subjectWords(only)} ${outcomeWords(only)}`;
  const sections = shown.map(({ diagnosis, index }) =>
    section(diagnosis, placeAt(settings, index), settings, anchor(index)),
  );
  const indexes = new Set(shown.map(({ index }) => index));
  const overview = overviewTable(groups, settings, ({ members: [first] }) =>
    first !== undefined && indexes.has(first.index) ? anchor(first.index) : null,
  );
  const more = moreWords(diagnoses.length, shown.length);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${subject}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${
  diagnoses.length === 0
    ? markup`<p>${NO_DENIAL}</p>
`
    : null
}${diagnoses.length > 1 ? overview : null}${sections}${
  more === ''
    ? null
    : markup`<p class="more">${more}</p>
`
}</main>
</body>
</html>
`.toString();
}

function anchor(index: number): string {
  return `denial-${index + 1}`;
}
