import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/report/render.ts';
import { guardrailAndGap } from '../diagnoses/guardrail-and-gap.ts';
import { hostile, hostileAndOpen } from '../diagnoses/hostile.ts';
import { contradicted, expiredSession, nothingSeen, passRoleAndTrust } from '../diagnoses/others.ts';
import { trustNearMiss } from '../diagnoses/trust-near-miss.ts';
import { CHROMIUM, openPage, type Page } from './chromium.ts';

const PAGES = {
  'a near miss': [trustNearMiss],
  'nothing seen': [nothingSeen],
  several: [guardrailAndGap, contradicted, expiredSession, passRoleAndTrust],
  hostile: [hostile, hostileAndOpen],
} as const;

const VIEWS = [390, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

function wordsOf(text: unknown): readonly string[] {
  return String(text).split(/\s+/);
}

/** Every text with less contrast to what is behind it than WCAG asks for (AA). https://www.w3.org/TR/WCAG22/#contrast-minimum */
const PALE = `(() => {
  const parts = (color) => { const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number); return { r, g, b, a }; };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = parts(getComputedStyle(at).backgroundColor);
      if (color.a === 1) return color;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const pale = [];
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue;
    const style = getComputedStyle(element);
    const stop = element.closest('g.stop');
    const inMark = element.classList.contains('symbol') && stop !== null;
    const color = parts(element instanceof SVGElement ? style.fill : style.color);
    const ground = inMark ? parts(getComputedStyle(stop.querySelector('circle, rect')).fill) : behind(element);
    const [low, high] = [light(color), light(ground)].sort((one, other) => one - other);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) pale.push(element.textContent.slice(0, 40) + ' ' + ratio.toFixed(2));
  }
  return pale;
})()`;

describe.skipIf(CHROMIUM === undefined)(
  `the page in a browser${CHROMIUM === undefined ? ': no Chromium is installed' : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'denytrace-page-'));
    let page: Page;
    beforeAll(async () => {
      page = await openPage(CHROMIUM ?? '');
    }, 60_000);
    afterAll(async () => {
      await page.close();
      rmSync(folder, { recursive: true });
    });

    describe.each(Object.entries(PAGES))('%s', (name, diagnoses) => {
      const file = join(folder, `${name.replaceAll(' ', '-')}.html`);
      const url = pathToFileURL(file).href;
      beforeAll(() => writeFileSync(file, render(diagnoses, 'html', { all: true })));

      it.each(VIEWS)('$width pixels wide, $scheme', async ({ width, scheme }) => {
        const before = page.events.length;
        await show(url, width, scheme, '');
        const events = page.events.slice(before);
        const troubles = events.filter(({ method }) =>
          ['Log.entryAdded', 'Runtime.consoleAPICalled', 'Runtime.exceptionThrown'].includes(method),
        );
        expect(troubles).toEqual([]);
        const requests = events.filter(({ method }) => method === 'Network.requestWillBeSent');
        expect(requests.map(({ params }) => params['documentURL'])).toEqual([url]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(await page.evaluate(PALE)).toEqual([]);
        expect(
          await page.evaluate('[...document.querySelectorAll("svg")].filter((one) => one.checkVisibility()).length'),
        ).toBe(await page.evaluate('document.querySelectorAll("figure").length'));
      });
    });

    it('is bright in the light and dark in the dark', async () => {
      const url = pathToFileURL(join(folder, 'a-near-miss.html')).href;
      const grounds: unknown[] = [];
      for (const scheme of ['light', 'dark'] as const) {
        await show(url, 1280, scheme, '');
        grounds.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
      }
      expect(grounds).toEqual(['rgb(246, 247, 249)', 'rgb(14, 18, 23)']);
    });

    it('is bright on paper, and what is folded is open there', async () => {
      const url = pathToFileURL(join(folder, 'a-near-miss.html')).href;
      const folded = '[...document.querySelectorAll("details > :not(summary)")].every((one) => one.checkVisibility())';
      await show(url, 700, 'dark', '');
      expect(await page.evaluate(folded)).toBe(false);
      await show(url, 700, 'dark', 'print');
      expect(await page.evaluate(folded)).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--card")')).toBe('#fff');
    });

    it('selects a message for an administrator as a whole with one click, but not its code', async () => {
      await show(pathToFileURL(join(folder, 'a-near-miss.html')).href, 1280, 'light', '');
      const whole = await page.evaluate('document.querySelector(".message").innerText');
      expect(wordsOf(await selectedBy('.message li'))).toEqual(wordsOf(whole));
      expect(await selectedBy('.message .command')).toBe('');
    });

    /** What is selected after a click on an element. */
    async function selectedBy(selector: string): Promise<unknown> {
      const place = `(() => {
        const one = document.querySelector(${JSON.stringify(selector)});
        one.scrollIntoView({ block: 'center' });
        const { left, top, height } = one.getBoundingClientRect();
        return [left + 60, top + height / 2];
      })()`;
      const [x, y] = (await page.evaluate(place)) as [number, number]; // as the expression returns it
      for (const type of ['mousePressed', 'mouseReleased'])
        await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
      return page.evaluate('getSelection().toString().trim()');
    }

    async function show(url: string, width: number, scheme: 'light' | 'dark', media: '' | 'print'): Promise<void> {
      await page.send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 900,
        deviceScaleFactor: 1,
        mobile: false,
      });
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await page.send('Emulation.setEmulatedMedia', { media, features });
      const loaded = page.next('Page.loadEventFired');
      await page.send('Page.navigate', { url });
      await loaded;
    }
  },
);
