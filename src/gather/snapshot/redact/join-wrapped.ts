import { parseDenials } from '../../../parse/parse-denials.ts';

/** Joins the values of denials that a terminal has wrapped. A name or id that is broken over two lines could not be found otherwise. */
export function joinWrapped(text: string): string {
  let joined = text;
  for (const { caller, callerName, resource, encodedMessage, reason } of parseDenials(text))
    for (const value of [caller, callerName, resource, encodedMessage, reason?.policyArn])
      if (typeof value === 'string' && !joined.includes(value)) joined = joinOne(joined, value);
  return joined;
}

/** How many places may begin like a value without being it. In a text with more, the rest stays as it is. */
const FALSE_STARTS = 1000;
const BREAK = /^[ \t]{0,40}\r?\n[ \t|│>]{0,40}/;

/** Joins a value wherever it is in the text with nothing but line breaks and indentation in between. */
function joinOne(text: string, value: string): string {
  let result = '';
  let done = 0;
  let starts = 0;
  for (let at = text.indexOf(value.charAt(0)); at >= 0; at = text.indexOf(value.charAt(0), at + 1)) {
    if (at < done) continue;
    const { end, matched } = matchAcrossBreaks(text, at, value);
    if (matched === value.length) {
      result += text.slice(done, at) + value;
      done = end;
    } else if (matched >= 16) starts += 1;
    if (starts > FALSE_STARTS) break;
  }
  return result + text.slice(done);
}

/** How many characters of the value are at `from`, and where they end. */
function matchAcrossBreaks(text: string, from: number, value: string): { end: number; matched: number } {
  let end = from;
  for (let matched = 0; matched < value.length; matched += 1) {
    if (text[end] !== value[matched]) end += BREAK.exec(text.slice(end, end + 90))?.[0].length ?? 0;
    if (text[end] !== value[matched]) return { end, matched };
    end += 1;
  }
  return { end, matched: value.length };
}
