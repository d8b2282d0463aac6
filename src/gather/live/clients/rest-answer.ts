import { type Fields, fieldsOf, textOf } from '../../ask/fields.ts';

/** The answer in the body of a response. Throws a SyntaxError for a body that is not a JSON object. */
export function answerIn(body: string): Fields {
  const answer = fieldsOf(JSON.parse(body));
  if (answer === undefined) throw new SyntaxError('the answer is not a JSON object');
  return answer;
}

/**
 * The error in a response, as the SDK's clients throw it. Some services write errors in JSON, some in XML.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 * https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html#operation-error-serialization
 */
export function errorIn(
  body: string,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
): Error {
  const { __type, code, message, Message } = fieldsIn(body);
  const type = headers['x-amzn-errortype'] ?? textOf(__type) ?? textOf(code) ?? elementIn(body, 'Code') ?? 'Unknown';
  // `com.amazonaws.iamtoolbox#AccessDeniedException:http://…`
  const name = type.slice(type.indexOf('#') + 1).split(':', 1)[0] ?? type;
  return serviceError(name, textOf(message) ?? textOf(Message) ?? elementIn(body, 'Message') ?? type, status);
}

/** An error like those that the SDK's clients throw. */
export function serviceError(name: string, message: string, status: number): Error {
  const $fault = status < 500 ? 'client' : 'server';
  return Object.assign(new Error(message), { name, $fault, $metadata: { httpStatusCode: status } });
}

function fieldsIn(body: string): Fields {
  try {
    return answerIn(body);
  } catch {
    return {};
  }
}

/** The text of an element of an XML error. Its entities stay as they are: codes have none, and messages are only shown. */
function elementIn(body: string, name: 'Code' | 'Message'): string | undefined {
  return new RegExp(`<${name}>([^<]{1,1000})</${name}>`).exec(body)?.[1];
}
