import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const viaService = defineTopic({
  id: 'via-service',
  keys: /^kms:viaservice$|^aws:(calledvia(first|last)?|viaawsservice|principalisawsservice|principalservicename(slist)?)$/,
  by: 'the service that makes the call',
  guard: 'make the call the way the policy asks for, or allow this way in a statement of its own',
  remedies: (judged) =>
    judged.condition.key.toLowerCase() === 'kms:viaservice'
      ? sendValue(judged, (value) => `let ${value} use the key for you, in place of a direct call`)
      : undefined,
});
