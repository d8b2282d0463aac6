import { CODE_NEEDLES, isKnownCode } from '../../grammar/codes.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import { serviceOfOperation } from '../../operations/operation-services.ts';
import { fields, type Shape } from '../shape.ts';

const HTTP = /errorexecuting"(\w{2,90})"on"https?:\/\/([\w.*<>[\]-]{1,160})/iy;

/**
 * PHP: `Error executing "OP" on "URL"; AWS HTTP error: … CODE (client): MESSAGE - BODY`, where the message comes up to three
 * times; Symfony's mailer, with `(code CODE)` behind the message; and the old S3 class's `S3::putObject(): [AccessDenied] Access Denied`.
 */
export const phpSdk: Shape = {
  name: 'php-sdk',
  needles: ['(client): 403', ...CODE_NEEDLES],
  *find(dense) {
    const starts = [...positionsOf(dense.lower, 'errorexecuting"')];
    for (const [index, from] of starts.entries()) {
      const match = matchAt(HTTP, dense.text, from);
      if (match === null) continue;
      const [all, operation, host = ''] = match;
      const end = Math.min(starts[index + 1] ?? dense.text.length, from + 3_000);
      const service = serviceOfOperation(operation ?? '') ?? serviceOfHost(host);
      const text = dense.lower.slice(from, end);
      // The answer to a HEAD request has no body, and so no code.
      const status = text.includes('(client):403forbidden') ? '403' : undefined;
      yield {
        shape: 'php-sdk',
        place: 'head',
        from,
        to: from + all.length,
        fields: fields({ operation, service, status }),
      };
      yield { shape: 'php-sdk', place: 'record', from, to: recordEnd(text) + from, fields: {} };
    }
    for (const from of positionsOf(dense.lower, '(code')) {
      const [all, code] = matchAt(/\(code([A-Z]\w{5,60})\)/y, dense.text, from) ?? [];
      if (all === undefined || code === undefined || !isKnownCode(code)) continue;
      yield { shape: 'php-mailer', place: 'tail', from, to: from + all.length, fields: { code } };
    }
    for (const from of positionsOf(dense.lower, 's3::')) {
      const match = matchAt(/s3::(\w{2,60})\(\):\[(\w{3,60})\]/iy, dense.text, from);
      if (match === null) continue;
      yield {
        shape: 'php-s3-legacy',
        place: 'head',
        from,
        to: from + match[0].length,
        fields: fields({ operation: match[1], code: match[2], service: 's3' }),
      };
    }
  },
};

/** The service of a host name. For operations that not only S3 has, it may be the name of a bucket. */
function serviceOfHost(host: string): string | undefined {
  return /(?:^|\.)([a-z0-9-]+)(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com/.exec(host)?.[1];
}

/** The error ends with the last response body in it. */
function recordEnd(text: string): number {
  const bodies = ['</error>', '</errorresponse>', '"}', '(truncated...)'].map((ending) => text.lastIndexOf(ending));
  return Math.min(text.length, Math.max(...bodies, 200) + 20);
}
