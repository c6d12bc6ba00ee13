import type { Browser, Page } from 'playwright-core';

/** How big the screen is, in CSS px, and whether it is night. */
export interface Look {
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
}

/** 390 × 844, by day. */
export const usualLook: Look = { width: 390, height: 844, colorScheme: 'light' };

/** A browser window the size of a phone, with a memory for everything that went wrong in it. */
export interface Phone {
  page: Page;
  /** Words on the console that belong to the story, say of a network that is made to fail. */
  forgive(words: RegExp): void;
  /** Closes the window. Rejects with every uncaught error and every error on the console. */
  close(): Promise<void>;
}

/** Opens a phone-sized window at twice the pixels. Animations are off: what is looked at holds still. */
export async function openPhone(browser: Browser, { width, height, colorScheme }: Look = usualLook): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const forgiven: RegExp[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  return {
    page,
    forgive: (words) => void forgiven.push(words),
    close: async () => {
      await context.close();
      const heavy = complaints.filter((each) => !forgiven.some((words) => words.test(each)));
      if (heavy.length > 0) throw new Error(heavy.join('\n'));
    },
  };
}
