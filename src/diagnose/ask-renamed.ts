import { parsePrincipal } from '../model/principal.ts';
import type { Question } from '../model/question.ts';
import type { Remedy } from '../model/remedy.ts';
import { type BuiltCase, buildCase } from './build-case.ts';
import type { Subject, Surroundings } from './subject.ts';

/** A decided request, with what it was asked from. */
export interface AskedCase extends BuiltCase {
  readonly subject: Subject;
  readonly surroundings: Surroundings;
}

/** That the request names somebody who is not there, and who is meant. */
export type Rename = Extract<Remedy, { kind: 'rename' }>;

/**
 * The same request with another caller or resource, read and decided anew. Undefined where it is about somebody else all the same: AWS's
 * own record of it tells its resource.
 */
export async function askRenamed(asked: AskedCase, { part, arn }: Rename): Promise<AskedCase | undefined> {
  const subject = part === 'resource' ? aboutResource(asked.subject, arn) : asked.subject;
  const option = part === 'resource' ? 'resource' : 'caller';
  const surroundings = { ...asked.surroundings, given: { ...asked.surroundings.given, [option]: arn } };
  const { relatedTo } = asked.denialCase;
  // A related question is no reading of the text and the options.
  const question = relatedTo === null ? undefined : askingFor(asked.question, part, arn);
  const next = await buildCase(subject, surroundings, question);
  const { role, principal } = next.denialCase.facts;
  const named = part === 'resource' ? role?.arn : principal?.arn;
  return named === arn ? { ...next, denialCase: { ...next.denialCase, relatedTo }, subject, surroundings } : undefined;
}

function askingFor(question: Question, part: Rename['part'], arn: string): Question {
  return part === 'resource'
    ? { ...question, resource: arn }
    : { ...question, principal: parsePrincipal(arn) ?? question.principal };
}

function aboutResource(subject: Subject, resource: string): Subject {
  return subject.denial === null ? subject : { ...subject, denial: { ...subject.denial, resource } };
}
