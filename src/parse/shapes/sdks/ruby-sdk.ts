import { CODE_NEEDLES } from '../../grammar/codes.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import { fields, type Shape } from '../shape.ts';

/** Ruby: the code is the class, before or behind the message: `M (Aws::S3::Errors::AccessDenied)`, `Aws::S3::Errors::AccessDenied: M`. */
export const rubySdk: Shape = {
  name: 'ruby-sdk',
  needles: CODE_NEEDLES,
  *find(dense) {
    for (const at of positionsOf(dense.text, '::Errors::')) {
      const service = /aws::(\w{1,40})$/i.exec(dense.text.slice(Math.max(0, at - 50), at))?.[1];
      const code = matchAt(/::Errors::([A-Z]\w{2,80})/y, dense.text.slice(0, dense.nextSpacing(at + 1)), at);
      if (service === undefined || code === null) continue;
      const from = at - service.length - 'Aws::'.length;
      const inBrackets = dense.text[from - 1] === '(';
      const to = at + code[0].length;
      const method = inBrackets ? methodAfter(dense.text.slice(to, to + 700)) : undefined;
      yield {
        shape: 'ruby-sdk',
        place: inBrackets ? 'tail' : 'field',
        from,
        to,
        fields: fields({ service, code: code[1]?.replace(/^\*+|\*+$/g, ''), method }),
      };
    }
  },
};

/** The operation, from the first stack frame that is an API method: `s3_object.rb:1272:in 'get_object'`. */
function methodAfter(frames: string): string | undefined {
  for (const [, name = ''] of frames.matchAll(/in[`']([a-z0-9_]{3,60})'/g)) {
    if (/^(?:get|put|list|describe|delete|create|head|copy|upload|update)_[a-z0-9_]+$/.test(name)) {
      return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    }
  }
  return undefined;
}
