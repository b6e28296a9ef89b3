import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from './appTest';
import { keepScreen } from './steps/keepScreen';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

/** Keeps what the browser would print, and prints nothing. */
async function catchPrint(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector<HTMLElement>('[data-sheet]')!;
      document.body.append(Object.assign(sheet.cloneNode(true), { id: 'printed' }));
    };
  });
}

/** The text and the page sizes of a PDF, where poppler is at hand. */
function readPdf(path: string): { readonly text: string; readonly info: string } | null {
  try {
    return {
      text: execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }),
      info: execFileSync('pdfinfo', ['-l', '-1', path], { encoding: 'utf8' }),
    };
  } catch {
    return null;
  }
}

async function openPrint(page: Page, work: string): Promise<void> {
  await page.getByRole('button', { name: 'Print and picture' }).click();
  await page.getByRole('radiogroup', { name: 'What to make' }).getByText(work, { exact: true }).click();
}

test('the map is saved as a picture and as a drawing, with legend and table', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  await openPrint(page, 'PNG');
  await page.getByRole('radiogroup', { name: 'Paper' }).getByText('A4').click();
  await expect(page.getByRole('img', { name: 'Preview of the page' }).locator('canvas')).toBeVisible();
  await keepScreen(page, 'print-picture');
  let saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  const picture = await saving;
  expect(picture.suggestedFilename()).toMatch(/^FY27 Field Plan, .+, map\.png$/);
  const bytes = readFileSync(await picture.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  // A4 at 288 dots an inch.
  expect(bytes.readUInt32BE(16)).toBe(3368);
  expect(bytes.readUInt32BE(20)).toBe(2381);
  // A picture of one colour alone would be far smaller.
  expect(bytes.length).toBeGreaterThan(150_000);

  await openPrint(page, 'SVG');
  saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  const svg = readFileSync(await (await saving).path(), 'utf8');
  const found = await page.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      error: drawing.querySelector('parsererror')?.textContent ?? '',
      width: drawing.documentElement.getAttribute('width'),
      circles: drawing.querySelectorAll('circle').length,
      images: drawing.querySelectorAll('image').length,
      texts: [...drawing.querySelectorAll('text')].map((each) => each.textContent),
    };
  }, svg);
  expect(found).toMatchObject({ error: '', width: '297.0mm', images: 0 });
  expect(found.circles).toBeGreaterThan(1000);
  expect(found.texts).toContain('Territory border');
  expect(found.texts).toContain('Index');
  expect(app.complaints).toEqual([]);
});

test('map and book are printed light in the dark, a territory a page', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSample(page);
  await catchPrint(page);
  await openPrint(page, 'PDF page');
  await page.getByRole('radiogroup', { name: 'Paper' }).getByText('Letter').click();
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.locator('#printed svg')).toHaveCount(1);
  const mapPath = join('test-results', 'screens', 'map.pdf');
  await page.pdf({ path: mapPath, preferCSSPageSize: true, printBackground: true });
  const map = readPdf(mapPath);
  if (map) {
    expect(map.info).toContain('Page    1 size:  792 x 612 pts (letter)');
    expect(map.text).toContain('Territory border');
  }
  await page.evaluate(() => document.querySelector('#printed')!.remove());

  await page.setViewportSize({ width: 1024, height: 700 });
  await openPrint(page, 'Territory book');
  await keepScreen(page, 'print-book-dark');
  await page.getByRole('button', { name: 'Print…' }).click();
  const articles = page.locator('#printed article');
  await expect(page.locator('#printed')).toBeAttached();
  const leaves = Number(await page.evaluate(() => document.querySelectorAll('#printed article h1 i').length));
  expect(leaves).toBeGreaterThan(10);
  // The table of all comes before them.
  await expect(articles).toHaveCount(leaves + 1);
  const bookPath = join('test-results', 'screens', 'book.pdf');
  await page.pdf({ path: bookPath, preferCSSPageSize: true, printBackground: true });
  expect(readFileSync(bookPath).subarray(0, 5).toString()).toBe('%PDF-');
  const book = readPdf(bookPath);
  if (book) {
    expect(book.info).toMatch(new RegExp(`Pages: +${leaves + 2}\\b`));
    expect(book.text).toContain('Largest accounts');
    expect(book.text).toContain('Polsby-Popper');
  }
  expect(app.complaints).toEqual([]);
});
