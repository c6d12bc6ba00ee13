import type { Cloud } from '../engines/wx/Cloud';
import { until } from '../support/until';
import { lateness, type Sky } from '../support/Weather';
import type { Network } from './Network';

/** A phone that runs the mini program, in whichever engine. */
interface NetworkedPhone {
  readonly cloud: Cloud;
  pass(ms: number): Promise<void>;
  idle(): Promise<void>;
}

/** The network of a journey through the mini program, which takes up one phone after the other. */
export class PhoneNetwork implements Network {
  readonly #phones: NetworkedPhone[] = [];
  #sky: Sky = 'well';

  /** A phone is taken up: it is in the same network as the one before. */
  take(phone: NetworkedPhone): void {
    phone.cloud.weather.become(this.#sky);
    this.#phones.push(phone);
  }

  async become(sky: Sky): Promise<void> {
    this.#sky = sky;
    const phone = this.#phones.at(-1);
    if (!phone) return;
    phone.cloud.weather.become(sky);
    if (sky !== 'slow') await arrive(phone);
  }

  async answer(operation: string): Promise<void> {
    const phone = this.#held();
    await until(() => phone.cloud.late.some((each) => each.operation === operation));
    await phone.pass(lateness);
    await arrive(phone);
  }

  pass(ms: number): Promise<void> {
    return this.#held().pass(ms);
  }

  lost(): number {
    return this.#phones.reduce((sum, { cloud }) => sum + cloud.weather.lost, 0);
  }

  #held(): NetworkedPhone {
    const phone = this.#phones.at(-1);
    if (!phone) throw new Error('nobody has opened a page yet');
    return phone;
  }
}

/** All that is late arrives. */
async function arrive(phone: NetworkedPhone): Promise<void> {
  for (const answer of phone.cloud.late.splice(0)) answer.arrive();
  await phone.idle();
}
