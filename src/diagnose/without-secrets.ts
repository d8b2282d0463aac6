import type { Cause, Diagnosis, Fix } from '../model/diagnosis.ts';
import type { UserOptions } from '../model/question.ts';
import { removeSecrets, secretsIn } from '../model/secrets/remove-secrets.ts';
import { REMOVED } from '../model/secrets/removed.ts';
import { cleanText, holdsSecrets, withoutSecrets, withTexts } from '../model/secrets/without-secrets.ts';
import type { Subject } from './subject.ts';

/**
 * The denial with the secrets taken out of its values, so that nothing that is said about it can show them. The encoded message stays: AWS
 * alone can read it.
 */
export function cleanSubject(subject: Subject): Subject {
  const { denial, text } = subject;
  if (denial === null) return subject;
  const { encodedMessage } = denial;
  // A label before a value, which is no part of it, says so too: `password "x" is not authorized`.
  const cleanedText = removeSecrets(text);
  const secrets = cleanedText === text ? [] : secretsIn(text);
  const labelled = withoutSecrets({ ...denial, encodedMessage: null }, isConditionKey);
  const cleaned =
    secrets.length === 0 ? labelled : withTexts(labelled, isConditionKey, (value) => replaceAll(value, secrets));
  return { ...subject, denial: { ...cleaned, encodedMessage }, text: cleanedText };
}

/** What the user passed about the request, likewise. Documents stay whole for the evaluation, and the token for its claims. */
export function cleanOptions(given: UserOptions): UserOptions {
  const { sessionPolicy, resourcePolicy, scp, rcp, endpointPolicy, webIdentityToken, ...values } = given;
  const documents = { sessionPolicy, resourcePolicy, scp, rcp, endpointPolicy, webIdentityToken };
  const passed = Object.fromEntries(Object.entries(documents).filter(([, value]) => value !== undefined));
  return { ...withoutSecrets(values), ...passed };
}

/** The other keys of a diagnosis are names of its own fields. */
const isConditionKey = (key: string) => key.includes(':');

/** Those that were cleaned already, when they are printed. */
const isClean = new WeakSet<Diagnosis>();

/**
 * The diagnosis with the secrets taken out of what was read: policies, tags, descriptions. A fix that would write `(removed)` in the place of
 * a secret keeps its words and loses its documents and commands.
 */
export function cleanDiagnosis(diagnosis: Diagnosis): Diagnosis {
  if (isClean.has(diagnosis)) return diagnosis;
  const cleaned = cleanAll(diagnosis);
  const encodedMessage = diagnosis.denial?.encodedMessage ?? null;
  const result: Diagnosis = {
    ...cleaned,
    denial: cleaned.denial && { ...cleaned.denial, encodedMessage },
    causes: cleaned.causes.map(cleanCause),
    related: cleaned.related.map((related) => ({ ...related, causes: related.causes.map(cleanCause) })),
  };
  isClean.add(result);
  return result;
}

/** A second time, where there are secrets: a sentence may show a part of a value, without the label that was before it. */
function cleanAll(diagnosis: Diagnosis): Diagnosis {
  if (!holdsSecrets(diagnosis, isConditionKey)) return diagnosis;
  const secrets = new Set<string>();
  const cleaned = withTexts(diagnosis, isConditionKey, (text) => {
    const clean = cleanText(text);
    if (clean !== text) for (const secret of secretsIn(text)) secrets.add(secret);
    return clean;
  });
  if (secrets.size === 0) return cleaned;
  return withTexts(cleaned, isConditionKey, (text) => replaceAll(text, [...secrets]));
}

function replaceAll(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (rest, secret) => rest.replaceAll(secret, REMOVED).replaceAll(secret.toLowerCase(), REMOVED),
    text,
  );
}

function cleanCause(cause: Cause): Cause {
  return cause.fix === null ? cause : { ...cause, fix: cleanFix(cause.fix) };
}

function cleanFix(fix: Fix): Fix {
  return JSON.stringify([fix.commands, fix.documents]).includes(REMOVED)
    ? { ...fix, commands: [], documents: [] }
    : fix;
}
