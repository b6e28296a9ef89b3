import type { Locator, Page } from '@playwright/test';
import { expect } from './patience';

/** Gives a file to the dialog that a button opens. */
export async function chooseFile(page: Page, button: Locator, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button.click();
  await (await chooser).setFiles(path);
}

/** Picks an option of a select by its label. */
export async function chooseOption(page: Page, select: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: select, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Picks one of the words of a segmented control. */
export async function chooseSegment(page: Page, control: string, word: string): Promise<void> {
  await page.getByRole('radiogroup', { name: control }).getByText(word, { exact: true }).click();
}

/** Goes to a screen of the rail. */
export async function goToScreen(page: Page, name: string): Promise<void> {
  const entry = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name, exact: true });
  await entry.click();
  await expect(entry).toHaveAttribute('aria-current', 'page');
}
