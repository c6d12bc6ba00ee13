import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { DrawnPhone } from '../engines/glassEasel/DrawnPhone';
import { keepScreenshot } from '../support/browser/keepScreenshot';
import { openPhone, type Phone } from '../support/browser/Phone';
import { reach } from '../support/browser/reach';
import { until } from '../support/until';
import type { DemoPerson } from '../support/world/people';
import { type Driver, isSaid, saysYes } from './Driver';
import { PhoneNetwork } from './PhoneNetwork';

/**
 * Drives the built mini program as glass-easel draws it in a browser, by touch. Each person has a phone of their own. On
 * `still` ones no message fades while the machine is busy with something else.
 */
export function drawnDriver(browser: Browser, dist: string, url: string, { still = false } = {}): Driver {
  let person: DemoPerson | undefined;
  let phone: DrawnPhone | undefined;
  const complaints: string[] = [];
  let window: Phone | undefined;
  const network = new PhoneNetwork();
  /** What each person's phone keeps when the mini program is closed. */
  const storages = new Map<DemoPerson, Map<string, unknown>>();

  const held = () => {
    if (!phone || !window) throw new Error('nobody has opened a page yet');
    return { phone, page: window.page };
  };
  const putAway = async () => {
    await phone?.putAway();
    await window?.close();
    complaints.push(...(phone?.complaints ?? []));
    phone = undefined;
    window = undefined;
  };
  const the = (id: string): Locator => held().page.locator(`[id$="--${id}"]:visible`);
  const tap = async (id: string) => {
    await reach(the(id));
    await the(id).tap();
    await held().phone.idle();
  };
  return {
    network,
    actAs: async (who) => {
      person = who;
      await putAway();
    },
    open: async (address) => {
      if (!person) throw new Error('say first who opens it');
      await putAway();
      window = await openPhone(browser);
      const storage = storages.get(person) ?? new Map<string, unknown>();
      storages.set(person, storage);
      phone = new DrawnPhone({ dist, url, page: window.page, storage, still });
      network.take(phone);
      const [, scene = '1001'] = /[?&]scene=(1\d{3})(&|$)/.exec(address) ?? [];
      await phone.launch(person.openId, address, Number(scene));
    },
    tap,
    type: async (id, text) => {
      await the(id).fill(text);
      await held().phone.idle();
    },
    tapAndPay: async (id, outcome, meanwhile) => {
      held().phone.answers.cashier = outcome;
      await tap(id);
      await meanwhile?.();
    },
    confirmOn: async (id) => {
      Object.assign(held().phone.answers, saysYes);
      await tap(id);
    },
    switchTab: (name) => held().phone.tapTab(tabRoute(dist, name)),
    back: () => held().phone.goBack(),
    text: (id) => textOf(the(id)),
    says: async (id, words) => {
      await reach(the(id));
      await until(async () => isSaid(words, await textOf(the(id)))).catch(async () => {
        throw new Error(`no “${words}” in “${await textOf(the(id))}”`);
      });
    },
    value: (id) => the(id).inputValue(),
    see: async (words) => void (await held().page.getByText(words).filter({ visible: true }).first().waitFor()),
    screenshot: (name) => keepScreenshot(held().page, `weapp-${name}`),
    close: async () => {
      await putAway();
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
  };
}

const textOf = async (locator: Locator): Promise<string> => (await locator.innerText()).replace(/\s+/g, '');

function tabRoute(dist: string, name: string): string {
  const { tabBar } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    tabBar: { list: { pagePath: string; text: string }[] };
  };
  const tab = tabBar.list.find(({ text }) => text === name);
  if (!tab) throw new Error(`there is no tab ${name}`);
  return tab.pagePath;
}
