import type { Denial } from '../model/denial.ts';
import type { Cause, Diagnosis } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import { removeSecrets } from '../model/remove-secrets.ts';

/** The diagnosis with the credentials taken out of whatever was copied from the text. */
export function withoutSecrets(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    denial: diagnosis.denial && cleanDenial(diagnosis.denial),
    steps: diagnosis.steps.map((step) =>
      step.status === 'fail'
        ? { ...step, evidence: cleanAll(step.evidence) }
        : { ...step, evidence: step.evidence.map(clean) },
    ),
    causes: diagnosis.causes.map(cleanCause),
    related: diagnosis.related.map((related) => ({ ...related, causes: related.causes.map(cleanCause) })),
  };
}

function cleanCause(cause: Cause): Cause {
  return { ...cause, summary: removeSecrets(cause.summary), evidence: cleanAll(cause.evidence) };
}

function cleanAll([first, ...rest]: NonEmpty<Evidence>): NonEmpty<Evidence> {
  return [clean(first), ...rest.map(clean)];
}

function clean(evidence: Evidence): Evidence {
  switch (evidence.kind) {
    case 'quote':
    case 'answer':
      return { ...evidence, text: removeSecrets(evidence.text) };
    case 'statement':
    case 'searched':
    case 'absent':
      return evidence;
  }
}

function cleanDenial(denial: Denial): Denial {
  const field = (value: string | null) => value && removeSecrets(value);
  return {
    ...denial,
    caller: field(denial.caller),
    callerName: field(denial.callerName),
    resource: field(denial.resource),
    ...(denial.nearby && {
      nearby: denial.nearby.map((resource) => ({ ...resource, value: removeSecrets(resource.value) })),
    }),
    ...(denial.sent && {
      sent: Object.fromEntries(Object.entries(denial.sent).map(([key, values]) => [key, values.map(removeSecrets)])),
    }),
  };
}
