import { expect as base } from '@playwright/test';

/** Waits as long as a loaded machine may need; what comes sooner goes on at once. */
export const expect = base.configure({ timeout: 60_000 });
