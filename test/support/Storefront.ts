import { rm } from 'node:fs/promises';
import collections from '../../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../../emulator/database/declarations';
import { type Emulator, startEmulator } from '../../emulator/Emulator';
import { paths } from '../../scripts/paths';
import type { Answer, Input, OperationName, Output } from '../../shared/contract';
import type { Reply } from '../../shared/kernel/operation';
import { type CloudBase, connect } from './connect';
import { copyWorld } from './copyWorld';
import { testSettings } from './demoSettings';
import { type DemoPerson, people } from './world/people';

/** Someone who uses the storefront, through the same door as the mini program. */
export interface Caller {
  person: DemoPerson;
  /** Calls an operation and gives back its answer, whatever it is. A fault of the function rejects. */
  call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>>;
  /** Calls an operation that this story expects to be granted; a refusal rejects. */
  ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Calls with anything at all, as a forged client would. */
  send(domain: string, event: unknown): Promise<Reply<unknown, { code: string; field?: string }>>;
  /** Pays (or not) what `payOrder` answered, as the person would in WeChat's cashier. */
  pay(payment: Output<'order.payOrder'>['payment'], outcome?: 'pay' | 'cancel'): Promise<{ errMsg: string }>;
}

/** The whole storefront on loopback: emulator, built functions and the demo world, in a folder of its own. */
export interface Storefront {
  emulator: Emulator;
  cloudbase: CloudBase;
  /** The emulator's folder. */
  dataDir: string;
  as(person: DemoPerson): Promise<Caller>;
  /** Somebody who only looks: a phone without a WeChat identity. */
  asNobody(): Promise<Pick<Caller, 'send'>>;
  /** Runs the minute's chores, or the hour's, or the minute's of customers and campaigns, as CloudBase's timers do. */
  tick(timer?: 'timers' | 'upkeep' | 'people'): Promise<unknown>;
  /** The emulator's time, in ms. */
  now(): Promise<number>;
  /** Moves the emulator's clock forward. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** A storefront that is looked at; its world has pictures. */
export interface Shown {
  /** The built H5 app, which the emulator serves at `/`. */
  previewDir: string;
}

/** Starts a storefront with the demo world, and others, in it. The functions must be built (the test command does it). */
export async function openStorefront(
  others: readonly DemoPerson[] = [],
  shown?: Shown,
  functionEnv: Record<string, string> = {},
): Promise<Storefront> {
  const dataDir = await copyWorld(shown !== undefined);
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: paths.functions,
    collections: collections as CollectionDeclarations,
    people: [...people, ...others],
    // A test decides when the chores run: `tick`.
    timers: false,
    functionEnv: { ...testSettings, ...functionEnv },
    ...(shown && { previewDir: shown.previewDir }),
  });
  const cloudbase = await connect(emulator.url);
  return {
    emulator,
    cloudbase,
    dataDir,
    ...doorsOf(emulator.url),
    close: async () => {
      await emulator.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** How a story reaches a storefront that runs at `url`. */
export const doorsOf = (url: string): Pick<Storefront, 'as' | 'asNobody' | 'tick' | 'now' | 'advance'> => ({
  as: (person) => callerAt(url, person),
  asNobody: async () => {
    const { access_token: token } = (await post(`${url}/auth/v1/signin/anonymously?client_id=meidian`, {})) as {
      access_token: string;
    };
    return { send: senderAt(url, token) };
  },
  tick: (timer = 'timers') => post(`${url}/_emulator/runTimer`, { function: timer }),
  now: async () => ((await (await fetch(`${url}/_emulator/clock`)).json()) as { now: number }).now,
  advance: async (ms) => {
    await post(`${url}/_emulator/clock`, { advanceMs: ms });
  },
});

/** Signs a person in at an emulator, wherever it runs. */
export async function callerAt(url: string, person: DemoPerson): Promise<Caller> {
  const { token } = (await post(`${url}/_emulator/actAs`, { openId: person.openId })) as { token: string };
  const send = senderAt(url, token);
  const call: Caller['call'] = (name, input) => {
    const [domain = '', operation = ''] = name.split('.');
    // The function answers by the same contract that typed the input.
    return send(domain, { operation, input }) as never;
  };
  return {
    person,
    call,
    ask: async (name, input) => {
      const answer = await call(name, input);
      if (answer.ok) return answer.value;
      throw new Error(`${name} was refused: ${JSON.stringify(answer.refusal)}`);
    },
    send,
    pay: async (payment, outcome = 'pay') =>
      (await post(`${url}/_emulator/wechat/requestPayment`, { ...payment, outcome })) as { errMsg: string },
  };
}

const senderAt =
  (url: string, token: string): Caller['send'] =>
  async (domain, event) =>
    (await post(`${url}/v1/functions/${domain}`, event, { authorization: `Bearer ${token}` })) as never;

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
