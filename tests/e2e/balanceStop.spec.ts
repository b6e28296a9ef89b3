import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePlanFile } from '../../shared/io/project/planFile';
import { test } from './appTest';
import { chooseFile } from './steps/choose';
import { keepScreen } from './steps/keepScreen';
import { largePlan } from './steps/largePlan';
import { expect } from './steps/patience';

interface Stop {
  readonly phase: string;
  /** The screen says so before anything else is done, however large the plan is. */
  readonly isAnsweredAtOnce: boolean;
  /** From the click to the frame that paints its answer. */
  readonly answerMs: number;
  /** Until the proposal of the best plan so far is there, with figures and reasons; null = there was none yet. */
  readonly proposalMs: number | null;
}

/** Starts a run, stops it once its bar has said a phase for a while, and measures in the page what is seen of it. */
function stopIn(page: Page, phase: string | null, afterMs: number): Promise<Stop> {
  return page.evaluate(
    async ([wanted, delayMs]) => {
      const main = document.querySelector('main')!;
      const buttonOf = (...names: string[]) =>
        [...main.querySelectorAll('button')].find((each) => names.includes(each.textContent ?? ''));
      const until = async <T>(find: () => T | undefined | null | false): Promise<T> => {
        for (;;) {
          const found = find();
          if (found) return found;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      (await until(() => buttonOf('Balance', 'Run again'))).click();
      const stop = await until(() => buttonOf('Stop'));
      const said = () => main.querySelector('[role="status"]')?.textContent ?? '';
      await until(() => wanted === null || said().startsWith(wanted) || !buttonOf('Stop'));
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const phaseNow = said();
      const from = performance.now();
      // A person's click waits behind what the window is doing: so does this one.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      stop.click();
      // What is drawn because of a click is drawn in the microtask behind it.
      await new Promise<void>((resolve) => queueMicrotask(resolve));
      const isAnsweredAtOnce = /Stopped/.test(main.textContent);
      await frame();
      const answerMs = performance.now() - from;
      const accept = await until(() => buttonOf('Accept all') ?? main.querySelector('[role="alert"]'));
      const hasPlan = accept instanceof HTMLButtonElement;
      return {
        phase: phaseNow.slice(0, 30),
        isAnsweredAtOnce,
        answerMs,
        proposalMs: hasPlan ? performance.now() - from : null,
      };
    },
    [phase, afterMs] as const,
  );
}

test('a stop is answered at once among 100,000 accounts, and keeps the best plan so far', async ({ app }) => {
  test.setTimeout(400_000);
  const { page } = app;
  const file = join(app.folder, 'Large.evenland');
  writeFileSync(file, writePlanFile(largePlan(100_000, 200)));
  await chooseFile(page, page.getByRole('button', { name: 'Open plan' }), file);
  await expect(page.getByRole('contentinfo')).toContainText('100,000 accounts');
  await page.getByRole('main').getByRole('button', { name: 'Balance' }).first().click();
  // The screen itself is drawn first.
  await stopIn(page, 'Checking', 0);
  const stops: Stop[] = [];
  for (const [phase, afterMs] of [
    [null, 0],
    ['Checking', 100],
    ['Finding prices', 0],
    ['Finding prices', 500],
    ['Giving each', 0],
    ['Settling', 0],
    ['Settling', 300],
    ['Shortening', 0],
  ] as const) {
    stops.push(await stopIn(page, phase, afterMs));
  }
  expect(stops.filter(({ isAnsweredAtOnce }) => !isAnsweredAtOnce)).toEqual([]);
  // Well below 100 ms where the machine is free; here it may be busy.
  const middle = stops.map(({ answerMs }) => answerMs).sort((a, b) => a - b)[stops.length >> 1]!;
  expect(middle).toBeLessThan(500);
  expect(stops.at(-1)!.proposalMs).not.toBeNull();
  await keepScreen(page, 'balance-stopped');
  await expect(page.getByRole('status').filter({ hasText: 'Stopped: the best plan so far' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeEnabled();

  // Elsewhere it is of no use.
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('button', { name: 'Accept all' })).toBeHidden();
  await page.getByRole('button', { name: 'Balance', exact: true }).last().click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitemradio').first().click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden();
  expect(app.complaints).toEqual([]);
});
