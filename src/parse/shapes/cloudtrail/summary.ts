import { ACCESS_DENIED } from '../../grammar/codes.ts';
import { arnBefore } from '../found-values.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** What chat bots make of CloudTrail records: `ARN called OP but failed due to CODE`, `Access denied on event OP occured in account N by …`. */
export const cloudTrailSummary: PhraseShape = phraseShape('cloudtrail-summary', [
  {
    begins: 'butfailedduetoaccessdenied',
    needles: ACCESS_DENIED,
    rest: /(?:Exception)?(?:Errormessage:)?/y,
    place: 'head',
    claim: 'denied',
    says: ([rest = ''], { dense, from, to }) => {
      const before = dense.text.slice(Math.max(0, from - 100), from);
      const operation = /called([A-Z][A-Za-z0-9]{2,80})$/.exec(before)?.[1];
      const calledAt = from - (operation?.length ?? 0) - 'called'.length;
      const code = `AccessDenied${rest.startsWith('Exception') ? 'Exception' : ''}`;
      return fields({ code, operation, caller: arnBefore({ dense, from: calledAt, to }) });
    },
  },
  {
    begins: 'accessdeniedonevent',
    needles: ACCESS_DENIED,
    rest: /([A-Z][A-Za-z0-9]{2,80}?)occur+edinaccount[\dX*]{3,14}by(?:[^\s]{1,200}?Eventsource:([a-z0-9-]{2,40})\.amazonaws\.com)?/y,
    claim: 'denied',
    says: ([, operation, service]) => fields({ operation, service }),
  },
]);
