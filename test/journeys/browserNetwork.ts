import type { Request, Route } from 'playwright-core';
import type { Phone } from '../support/browser/Phone';
import { until } from '../support/until';
import { lateness, Weather } from '../support/Weather';
import type { Network } from './Network';

/** An answer that is on its way, and how it arrives. */
interface Late {
  operation: string;
  arrive(): Promise<void>;
}

/** The network of the H5 build: calls of functions are caught on their way. The clock is the page's own, moved by Playwright. */
export function browserNetwork(phone: Phone): Network {
  const { page } = phone;
  const weather = new Weather();
  const late: Late[] = [];
  let caught: Promise<void> | undefined;

  const handle = async (route: Route): Promise<void> => {
    const operation = operationOf(route.request());
    const fate = weather.fateOf(operation);
    if (fate === 'arrives') return route.continue();
    if (fate === 'lost') return route.abort('internetdisconnected');
    const response = await route.fetch();
    if (fate === 'answerLost') return route.abort('connectionreset');
    late.push({ operation, arrive: () => route.fulfill({ response }) });
  };
  const begin = async (): Promise<void> => {
    phone.forgive(/^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET)/);
    await page.clock.install();
    await page.route('**/v1/functions/*', handle);
  };
  return {
    become: async (sky) => {
      caught ??= begin();
      await caught;
      weather.become(sky);
      if (sky !== 'slow') await Promise.all(late.splice(0).map(({ arrive }) => arrive()));
    },
    answer: async (wanted) => {
      await until(() => late.some(({ operation }) => operation === wanted));
      await page.clock.runFor(lateness);
      await Promise.all(late.splice(0).map(({ arrive }) => arrive()));
    },
    pass: (ms) => page.clock.runFor(ms),
    lost: () => weather.lost,
  };
}

function operationOf(request: Request): string {
  const { operation } = request.postDataJSON() as { operation: string };
  return `${request.url().split('/').at(-1)}.${operation}`;
}
