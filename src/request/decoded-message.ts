import type { Question } from '../model/question.ts';
import { decodedMessageIn } from '../parse/decoded-message-in.ts';

/** The same question with what AWS says of the request, where the text is the decoded message itself: nobody need be asked for it. */
export function withDecodedMessage(question: Question, text: string): Question {
  const decodedMessage = question.denial === null ? undefined : decodedMessageIn(text);
  return decodedMessage === undefined ? question : { ...question, decodedMessage };
}
