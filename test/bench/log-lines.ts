// The lines of the logs that are scanned: of services that talk of other things, and of words in which parts of needles stand.
/** Words at random, and in every fortieth line a needle without its end. */
export function* nearHits(count: number, needles: readonly string[]): Generator<string> {
  const words =
    'the role of a user was taken by service with access to resource session provider token policy request key'.split(
      ' ',
    );
  const random = randomNumbers();
  for (let index = 0; index < count; index += 1) {
    const line = Array.from({ length: 14 }, () => words[random(words.length)]);
    const part = `${needles[random(needles.length)]?.slice(0, -2)}.`;
    // The part of a needle may be all of another.
    if (index % 40 === 0 && !needles.some((needle) => part.includes(needle))) line.splice(random(14), 0, part);
    yield `10:00:00 ${line.join(' ')}`;
  }
}

/** Lines of services that talk of other things. */
export function* noise(count: number): Generator<string> {
  const services = ['checkout', 'billing', 'gateway', 'catalog', 'auth-service', 'worker'];
  const messages: readonly ((a: number, b: number) => string)[] = [
    (a, b) => `request completed status=200 duration=${a}ms bytes=${b}`,
    (a, b) => `cache hit key=user:${a} ttl=${b}`,
    (a, b) => `db query took ${a} ms rows=${b}`,
    (a, b) => `message published to topic orders partition=${a} offset=${b}`,
    (a, b) => `{"level":"info","msg":"user session refreshed","uid":${a},"expires_in":${b}}`,
    (a, b) => `GC pause ${a}ms heap=${b}MB`,
  ];
  const chance = [
    '401 Unauthorized: missing Authorization header',
    'The role of the user was changed to viewer',
    'IAM role arn:aws:iam::111122223333:role/worker assumed',
    'access denied by firewall rule 12',
    'Please check the settings',
  ];
  const random = randomNumbers();
  for (let index = 0; index < count; index += 1) {
    const message =
      index % 185 === 0
        ? chance[random(chance.length)]
        : messages[random(messages.length)]?.(random(99_999), random(9_999));
    const time = `2024-03-01T${String(random(24)).padStart(2, '0')}:${String(random(60)).padStart(2, '0')}:10.${random(1000)}Z`;
    yield `${time} INFO [${services[random(services.length)]}] trace=${random(2 ** 31)
      .toString(16)
      .padStart(16, '0')} ${message}`;
  }
}

/** The same numbers in every run. The low bits of such a generator repeat soon, and what stands in a line would with them. */
function randomNumbers(): (below: number) => number {
  let seed = 42;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed >>> 12) % below;
  };
}
