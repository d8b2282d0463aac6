import { arnAfter, arnBefore, subjectBefore } from './found-values.ts';
import { type Found, phraseShape } from './phrases.ts';
import { said } from './shape.ts';

const CLAIM = 'cannot-assume';

/**
 * A service says that it may not assume the role that it was given: a matter of the role's trust policy, or of a role
 * that is not there. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export const cannotAssume: ReturnType<typeof phraseShape> = phraseShape('service-cannot-assume', [
  {
    begins: 'cannotbeassumedby',
    rest: /((?:AWS|Amazon)?[A-Z][A-Za-z0-9]{1,30}|[a-z0-9.-]{2,40}\.amazonaws\.com(?:\.cn)?)/y,
    claim: CLAIM,
    says: ([, service], found) =>
      said({ ...role(arnBefore(found)), passedToService: service?.replace(/(?:WithCode|Please).*$/, '') }),
  },
  {
    begins: 'isnotauthorizedtoassumetheprovidedrole',
    after: /theprincipal[a-z0-9.-]{3,80}$/,
    claim: CLAIM,
    says: (_, found) => said({ ...role(), passedToService: /([a-z0-9.-]+)$/.exec(before(found, /theprincipal/))?.[1] }),
  },
  {
    begins: 'neithertheglobalserviceprincipal',
    rest: /([a-z0-9.-]{3,60}?),northeregionaloneisauthorizedtoassumetheprovidedrole/iy,
    claim: CLAIM,
    says: ([, service]) => said({ ...role(), passedToService: service }),
  },
  {
    begins: 'unabletoassume',
    rest: /(?:the|your|provided|specified|IAM|service)*[Rr]ole:?/y,
    after: /(?:was|is|are|service)$/,
    claim: CLAIM,
    says: (_, found) => said({ ...role(arnAfter(found)), passedToService: service(found) }),
  },
  {
    begins: 'isunabletoperform:sts:assumerole',
    claim: CLAIM,
    says: (_, found) => said({ ...role(), passedToService: trusted(found) ?? subjectBefore(found) }),
  },
  {
    begins: 'couldnotassumerole',
    rest: /:?(?=["'`]?arn:)/y,
    claim: CLAIM,
    says: (_, found) => said({ ...role(arnAfter(found)), passedToService: trusted(found) }),
  },
  {
    begins: 'isinvalidorcannotbeassumed',
    claim: CLAIM,
    says: (_, found) => said(role(arnBefore(found))),
  },
  {
    begins: 'couldnotbeassumedbecauseitdoesnotexistorthetrustedentityisnotcorrect',
    claim: CLAIM,
    says: (_, found) => said(role(arnBefore(found))),
  },
  {
    begins: 'shouldbegivenassumerolepermissionsfor',
    rest: /([A-Z][A-Za-z]{2,30}?)(?=Service|\.|\()/y,
    claim: CLAIM,
    says: ([, service], found) => said({ ...role(arnBefore(found)), passedToService: service }),
  },
  {
    begins: 'executionroleyouprovidemustallow',
    rest: /((?:AWS|Amazon)?[A-Z][A-Za-z]{3,40}?)toassumetherole/y,
    claim: CLAIM,
    says: ([, service]) =>
      said({
        ...role(),
        passedToService: service?.replace(/^AWS(?=EventBridge)/, 'AWS ').replace('BridgeScheduler', 'Bridge Scheduler'),
      }),
  },
  { begins: 'definedassumeroleisunabletobeassumed', claim: CLAIM, says: () => role() },
  {
    begins: 'rolearndoesnothaverequiredpermissions',
    rest: /(?:configured)?[.]?(?:Pleasegranttrustpermissionfor([A-Z][A-Za-z]{2,30}?)and)?/y,
    claim: CLAIM,
    says: ([, service]) => said({ passedToService: service?.replace(/([a-z]|API)(?=[A-Z])/g, '$1 ') }),
  },
]);

function role(resource?: string) {
  return said({ action: 'sts:AssumeRole', resource });
}

function before({ reading, from }: Found, after: RegExp): string {
  const text = reading.dense.slice(Math.max(0, from - 120), from);
  return text.slice(text.search(after) + after.source.length);
}

/** "ECS was unable to assume …": the service is the subject; "Service is unable …" names none. */
function service(found: Found): string | undefined {
  const subject = subjectBefore(found)
    ?.replace(/ ?(?:was|is|are)$/, '')
    .trim();
  const name = /(?:(?:AWS|Amazon) )?[A-Z][A-Za-z0-9.-]*$/.exec(subject ?? '')?.[0] ?? trusted(found);
  return name === 'Service' ? undefined : name;
}

/** "… a trust relationship for 'sagemaker.amazonaws.com'", "allows principal 'X' to assume the role". */
function trusted({ reading, from }: Found): string | undefined {
  return /(?:trustrelationshipfor|principal|trusts?)["'`]([a-z0-9.-]{3,80})["'`]/i.exec(
    reading.dense.slice(from, from + 500),
  )?.[1];
}
