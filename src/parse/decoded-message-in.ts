import type { AuthorizationRecord } from '../model/facts.ts';
import { positionsOf } from './grammar/search.ts';
import { readDecodedMessage } from './read-decoded-message.ts';
import { objectsAround } from './shapes/objects.ts';
import { cleanLine } from './text/clean-lines.ts';
import { createDenseText } from './text/dense-text.ts';

/**
 * The decoded authorization message in a pasted text: as the AWS CLI prints it, on its own, over many lines, or escaped in a log line.
 * Undefined if the text has none, or only a part of one.
 */
export function decodedMessageIn(text: string): AuthorizationRecord | undefined {
  if (!text.includes('explicitDeny')) return undefined;
  const asWritten = read(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  if (asWritten !== undefined) return asWritten;
  const dense = createDenseText(text.split(/\r?\n/).flatMap((line, index) => cleanLine(line, index + 1)));
  for (const { from, to, opened } of objectsAround(dense, [...positionsOf(dense.text, '"explicitDeny":')])) {
    const message = opened ? read(dense.written(from, to)) : undefined;
    if (message !== undefined) return message;
  }
  return undefined;
}

function read(json: string): AuthorizationRecord | undefined {
  const message = readDecodedMessage(json);
  return message === undefined || message.action === null ? undefined : message;
}
