import { matchesOf, positionsOf } from '../../grammar/search.ts';
import type { Shape } from '../shape.ts';

const ANCHOR = 'isnotauthorizedtoperformtherequired';

/** Bedrock lists the actions that the caller lacks: `… the required AWS Marketplace actions (a:B, c:D)`. Each is a denial. */
export const marketplace: Shape = {
  name: 'required-actions',
  needles: ['authorized to perform'],
  *find(dense) {
    for (const from of positionsOf(dense.lower, ANCHOR)) {
      const start = from + ANCHOR.length;
      const list = /^[A-Za-z]{0,40}actions?\(([^()]{3,400})\)/i.exec(dense.text.slice(start, start + 460));
      if (list?.[1] === undefined) continue;
      const offset = start + list[0].length - list[1].length - 1;
      for (const match of matchesOf(/[a-z0-9-]{2,40}:[A-Za-z]{3,60}/g, list[1])) {
        const at = offset + match.index;
        yield {
          shape: 'required-actions',
          place: 'message',
          from: at,
          to: at + match[0].length,
          fields: { action: match[0] },
          claim: 'denied',
        };
      }
    }
  },
};
