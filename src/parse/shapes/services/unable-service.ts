import { principalsByName } from '../../../reference/services/service-names.ts';
import { SPACING } from '../../text/dense-text.ts';
import { subjectBefore } from '../found-values.ts';
import type { PhraseMatch } from '../phrases.ts';

/** The many ways to say "cannot" right before "assume". */
const UNABLE =
  /(?:unableto|cannot|can['’]t|couldnot|couldn['’]t|not(?:allowed|authorized|permitted)to|(?:doesnot|doesn['’]t|donot)have(?:the|a|any)?(?:required|necessary|sufficient|proper)?(?:permissions?|privileges?|access)(?:required|needed|necessary)?to)$/;

/** How all of these end. A quick check: this pattern is compiled much faster, and few words before "assume" match it. */
export const UNABLE_ENDS =
  /(?:unable|allowed|authorized|permitted|permissions?|privileges?|access|required|needed|necessary)to$|(?:cannot|couldnot|['’]t)$/;

/** True if a service reports its own failure: it is the subject, or the message is about the role it was given. False for prose about such failures. */
export function speaksOfItself(found: PhraseMatch): boolean {
  if (!UNABLE.test(wordsBefore(found))) return false;
  const subject = subjectOf(found) ?? '';
  if (/^(?:if|when|unless|whether|ensure|because)\b/i.test(subject) || /arn:/.test(subject)) return false;
  const given = /provided|specified|supplied|associated|configured/i.test(found.dense.text.slice(found.from, found.to));
  if (given) return true;
  const isService = serviceName(subject) !== undefined || /^(?:the )?service$/i.test(subject);
  return isService && endsThere(found);
}

/** True if the role is named next, or the sentence ends. "… to assume the role until …" is prose. */
function endsThere({ dense, to }: PhraseMatch): boolean {
  return dense.spacingBefore(to) >= SPACING.break || /^(?:["'`<(.:,]|arn:|thatwas)/.test(dense.text.slice(to, to + 8));
}

function wordsBefore({ dense, from }: PhraseMatch): string {
  return dense.lower.slice(Math.max(0, from - 120), from);
}

/** The subject of "is unable to assume", "does not have permission to assume" and so on. */
export function subjectOf({ dense, from, to }: PhraseMatch): string | undefined {
  const before = wordsBefore({ dense, from, to });
  const negation = UNABLE.exec(before);
  return subjectBefore({ dense, from: from - before.length + (negation?.index ?? 0), to })
    ?.replace(/ ?(?:was|is|are|does|do)$/, '')
    .trim();
}

/** The name of a service at the end of a subject: "ECS", "AWS Backup", "API Gateway", "states.amazonaws.com". Undefined for "Service", "You" and the like. */
export function serviceName(subject: string | undefined): string | undefined {
  const name =
    nameOfWords(subject ?? '') ??
    /(?:(?:AWS|Amazon) )?[A-Z][A-Za-z0-9.-]*$/.exec(subject ?? '')?.[0] ??
    /[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.exec(subject ?? '')?.[0];
  return name === undefined || /^(?:Service|You|I|We|It|They|This|User|Role|Error|ERROR)$/.test(name)
    ? undefined
    : name;
}

/** A known name of two to four words: "API Gateway", "AWS Step Functions". */
function nameOfWords(subject: string): string | undefined {
  const words = subject.split(' ').slice(-4);
  while (words.length > 1) {
    const name = words.join(' ');
    if (/^[A-Z]/.test(name) && principalsByName(name).length > 0) return name;
    words.shift();
  }
  return undefined;
}
