import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Read } from '../../src/model/read.ts';

const DOCUMENTS = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document']);
const DATES = new Set(['CreateDate', 'UpdateDate']);

/** The world of a snapshot file as the SDK would show it: dates, URL-encoded documents, and no code of ours. */
export function sdkAnswers(file: unknown): Read {
  const read = snapshotReader(openSnapshot(file));
  return async (call) => {
    const answer = await read(call);
    if (answer.status === 'answered') return { ...answer, output: asSdk(answer.output, '') };
    return answer.code === 'NotInSnapshot' ? { ...answer, code: 'AccessDenied', message: `no ${call.call}` } : answer;
  };
}

function asSdk(value: unknown, field: string): unknown {
  if (DATES.has(field) && typeof value === 'string') return new Date(value);
  if (DOCUMENTS.has(field)) return encodeURIComponent(JSON.stringify(value));
  if (field === 'Content') return JSON.stringify(value);
  if (Array.isArray(value)) return value.map((item) => asSdk(item, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asSdk(item, key)]));
}
