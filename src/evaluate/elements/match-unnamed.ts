import type { Tri } from '../../model/tri.ts';
import { UNNAMED_PATH, UNNAMED_ROLE } from '../../model/unnamed-resource.ts';
import { matchPattern } from '../patterns/match-pattern.ts';
import { ANY_MANY, ANY_ONE, type Pattern } from '../patterns/pattern.ts';
import { ARN_PARTS, type RequestedArn, type ResourcePattern } from './resource-pattern.ts';

/** Where what is not known begins: `${SubnetId}`. */
const OPEN = '${';
const RESOURCE = ARN_PARTS - 1;

/**
 * Does the pattern cover an ARN in which a name is left open (`subnet/${SubnetId}`)? `yes` and `no` hold whatever the name turns out
 * to be.
 */
export function matchUnnamed(pattern: ResourcePattern, arn: RequestedArn): Tri {
  if (pattern.everything) return 'yes';
  if (areApart(pattern.lowerHead, knownStart(arn.lowerText))) return 'no';
  if (pattern.parts.length < ARN_PARTS) return 'unknown';
  const found = pattern.parts.map((part, index) => matchPart(part, pattern.lowerParts[index], arn, index));
  if (found.includes('no')) return pattern.crossing && canCover(pattern.whole, arn.text) ? 'unknown' : 'no';
  return found.includes('unknown') || pattern.wildService ? 'unknown' : 'yes';
}

function matchPart(part: Pattern, lowerPart: Pattern | undefined, arn: RequestedArn, index: number): Tri {
  const text = arn.parts[index] ?? '';
  // The last part is compared as it is; whether case counts in the others is not documented.
  const lower = index < RESOURCE ? text.toLowerCase() : text;
  if (!text.includes(OPEN)) {
    if (matchPattern(part, text)) return 'yes';
    return lowerPart !== undefined && matchPattern(lowerPart, lower) ? 'unknown' : 'no';
  }
  const start = knownStart(text);
  const coversRest = part.tail.length === 1 && part.tail[0] === ANY_MANY;
  if (coversRest && start.startsWith(part.head)) return 'yes';
  if (text.includes(UNNAMED_PATH) && !canCover(part, text)) return 'no';
  return areApart(lowerPart?.head ?? '', knownStart(lower)) ? 'no' : 'unknown';
}

function knownStart(text: string): string {
  const open = text.indexOf(OPEN);
  return open < 0 ? text : text.slice(0, open);
}

/**
 * Can the pattern, whose wildcards reach over colons, cover the text with any name in the open places? No name of EC2 has a colon or slash;
 * that of a role comes with its path.
 */
function canCover({ head, tail }: Pattern, text: string): boolean {
  const units = [...Array.from({ length: head.length }, (_, index) => head.charCodeAt(index)), ...tail];
  const withPaths = text.replaceAll(UNNAMED_ROLE, NAME_WITH_PATH).replaceAll(UNNAMED_PATH, NAME_WITH_PATH);
  const requested = withPaths.replaceAll(/\$\{\w+\}/g, NAME);
  // The places in the pattern that what was read of the text can lead to.
  let places = skipStars(units, new Set([0]));
  for (const character of requested) {
    const next = new Set<number>();
    for (const place of places) {
      const unit = units[place];
      if (unit === ANY_MANY) next.add(place);
      if (character === NAME || character === NAME_WITH_PATH) addNamed(units, place, next, character === NAME);
      else if (unit === ANY_ONE || unit === character.charCodeAt(0)) next.add(place + 1);
    }
    places = skipStars(units, next);
  }
  return places.has(units.length);
}

/** They stand for a whole name: no ARN has a line feed or a carriage return. */
const [NAME, NAME_WITH_PATH] = ['\n', '\r'];

/** A name reaches over everything up to the next colon, and up to the next slash unless it comes with a path. */
function addNamed(units: readonly number[], from: number, places: Set<number>, endsAtSlash: boolean): void {
  for (let place = from; ; place += 1) {
    places.add(place);
    const unit = units[place];
    if (unit === undefined || unit === COLON || (unit === SLASH && endsAtSlash)) return;
  }
}

const [COLON, SLASH] = [':'.charCodeAt(0), '/'.charCodeAt(0)];

/** A star may cover nothing: what stands behind it is reached too. */
function skipStars(units: readonly number[], places: Set<number>): Set<number> {
  for (const place of places) if (units[place] === ANY_MANY) places.add(place + 1);
  return places;
}

/** True where no text can begin with both. */
function areApart(one: string, other: string): boolean {
  return !one.startsWith(other) && !other.startsWith(one);
}
