import { isDistinctCode, isKnownCode } from '../../grammar/codes.ts';
import { requestIdAt } from '../../grammar/request-id.ts';
import { matchAt, positionsOf } from '../../grammar/search.ts';
import { fields, type Shape } from '../shape.ts';

const BEGINNING = 'servicereturnederrorcode';
/** The first frame of the stack trace is a few lines away, with the columns of a logger before each. */
const FRAMES = 900;

/**
 * AWS SDK for Kotlin, an error without a message: `…services.S.model.XException: Service returned error code C, Error type: T,
 * Protocol response: HTTP 403 Forbidden, Request ID: ID`. S3's answer to a HEAD request has no body, and the code is then `403: Forbidden`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const kotlinSdk: Shape = {
  name: 'kotlin-sdk',
  needles: ['Service returned error code'],
  *find(dense) {
    for (const from of positionsOf(dense.lower, BEGINNING)) {
      const match = matchAt(
        /(403|[A-Z]\w{2,80})(?::[A-Za-z]{2,30})?,errortype:\w{2,30},protocolresponse:http(\d{3})[a-z]{0,40}?(,requestid:|(?=[^a-z]|$))/iy,
        dense.text,
        from + BEGINNING.length,
      );
      const [all = '', code = '', status, label = ''] = match ?? [];
      if (status !== '403' && !isDistinctCode(code)) continue;
      if (!isKnownCode(code)) continue;
      const end = from + BEGINNING.length + all.length;
      const id = label === '' ? undefined : requestIdAt(dense, end);
      const service = /services\.(\w{1,40})\.model\.\w{2,80}:$/.exec(
        dense.text.slice(Math.max(0, from - 160), from),
      )?.[1];
      const method = /([A-Z]\w{2,80}?)OperationDeserializer/.exec(dense.text.slice(end, end + FRAMES))?.[1];
      yield {
        shape: 'kotlin-sdk',
        place: 'message',
        from,
        to: id?.to ?? end,
        fields: fields({ code, service, method, requestId: id?.requestId }),
      };
    }
  },
};
