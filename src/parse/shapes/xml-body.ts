import { CODE_NEEDLES, isKnownCode } from '../grammar/codes.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import type { Shape } from './shape.ts';

/** Response bodies of XML services: `<Error><Code>C</Code><Message>M</Message>…`, raw, pretty-printed or escaped. The request id is found as an object field. */
export const xmlBody: Shape = {
  name: 'xml-body',
  needles: CODE_NEEDLES,
  *find(dense) {
    for (const from of positionsOf(dense.text, '<Code>')) {
      const match = matchAt(/<Code>([\w.]{3,80})(?:<\/Code>)?(?:<Message>)?/y, dense.text, from);
      const code = match?.[1] ?? '';
      if (match && isKnownCode(code))
        yield { shape: 'xml-body', place: 'head', from, to: from + match[0].length, fields: { code } };
    }
    for (const from of positionsOf(dense.lower, '<accessdeniedexception>')) {
      const to = from + '<accessdeniedexception>'.length;
      yield {
        shape: 'xml-service-body',
        place: 'head',
        from,
        to,
        fields: { code: dense.text.slice(from + 1, to - 1) },
      };
    }
  },
};
