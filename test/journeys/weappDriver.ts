import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WeappHost } from '../engines/WeappHost';
import { until } from '../support/until';
import type { DemoPerson } from '../support/world/people';
import { type Driver, isSaid, saysYes } from './Driver';
import { PhoneNetwork } from './PhoneNetwork';

/** Drives the built mini program in its engine. Each person has a phone of their own. */
export function weappDriver(dist: string, url: string): Driver {
  let person: DemoPerson | undefined;
  let phone: WeappHost | undefined;
  const phones: WeappHost[] = [];
  const tabs = tabsOf(dist);
  const network = new PhoneNetwork();
  /** What each person's phone keeps when the mini program is closed. */
  const storages = new Map<DemoPerson, Map<string, unknown>>();

  const held = (): WeappHost => {
    if (!phone) throw new Error('nobody has opened a page yet');
    return phone;
  };
  const wait = async (what: string, holds: (phone: WeappHost) => boolean): Promise<WeappHost> => {
    await until(() => holds(held())).catch(() => {
      throw new Error(`no ${what} on ${held().routes.at(-1)}, which says: ${held().text()}`);
    });
    return held();
  };
  const there = (id: string) => wait(`#${id}`, (each) => each.has(id));
  return {
    network,
    actAs: async (who) => {
      person = who;
      phone = undefined;
    },
    open: async (page) => {
      if (!person) throw new Error('say first who opens it');
      const storage = storages.get(person) ?? new Map<string, unknown>();
      storages.set(person, storage);
      phone = new WeappHost({ dist, url, storage });
      phones.push(phone);
      network.take(phone);
      // As in the preview, an address may say from which of WeChat's scenes it is opened.
      const [, scene = '1001'] = /[?&]scene=(1\d{3})(&|$)/.exec(page) ?? [];
      await phone.launch(person.openId, page, Number(scene));
    },
    tap: async (id) => (await there(id)).tap(id),
    type: async (id, text) => (await there(id)).type(id, text),
    tapAndPay: async (id, outcome, meanwhile) => {
      const at = await there(id);
      at.answers.cashier = outcome;
      await at.tap(id);
      await meanwhile?.();
    },
    confirmOn: async (id) => {
      const at = await there(id);
      Object.assign(at.answers, saysYes);
      await at.tap(id);
    },
    switchTab: (name) => held().tapTab(tabs.get(name) ?? name),
    back: () => held().goBack(),
    text: async (id) => withoutSpaces((await there(id)).text(id)),
    says: async (id, words) => {
      await wait(`“${words}” at #${id}`, (each) => each.has(id) && isSaid(words, withoutSpaces(each.text(id))));
    },
    value: async (id) => String((await there(id)).attribute(id, 'value')),
    see: async (words) => void (await wait(`“${words}”`, (each) => each.text().includes(words))),
    screenshot: async () => undefined,
    close: async () => {
      const complaints = phones.flatMap((each) => each.complaints);
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
  };
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

function tabsOf(dist: string): Map<string, string> {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    tabBar: { list: { pagePath: string; text: string }[] };
  };
  return new Map(app.tabBar.list.map(({ text, pagePath }) => [text, pagePath]));
}
