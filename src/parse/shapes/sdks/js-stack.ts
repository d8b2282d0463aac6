import { matchAt, positionsOf } from '../../grammar/search.ts';
import { fields, type Shape } from '../shape.ts';

/** JavaScript SDK v3, where only a stack frame names the operation: `de_PutObjectTaggingCommandError`. The package of the client may follow. */
export const jsStack: Shape = {
  name: 'js-sdk-v3',
  needles: [],
  *find(dense) {
    for (const literal of ['de_', 'deserializeaws_']) {
      for (const from of positionsOf(dense.lower, literal)) {
        const match = matchAt(
          /(?:de_|deserializeAws_(?:query|json1_[01]|restJson1|restXml|ec2)?)([A-Z][A-Za-z0-9]{3,80}?)CommandError/y,
          dense.text,
          from,
        );
        if (match === null) continue;
        const service = /client-([a-z0-9-]{2,40})/.exec(dense.text.slice(from, from + 260))?.[1];
        yield {
          shape: 'js-sdk-v3',
          place: 'field',
          from,
          to: from + match[0].length,
          fields: fields({ method: match[1], service }),
        };
      }
    }
  },
};
