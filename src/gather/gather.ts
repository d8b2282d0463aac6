import type { Facts } from '../model/facts.ts';
import type { GivenFacts, Question } from '../model/question.ts';
import type { Read } from '../model/read.ts';

/** Everything that can be known about one request. */
export async function gather(_question: Question, _read: Read, _given: GivenFacts): Promise<Facts> {
  throw new Error('to be built');
}
