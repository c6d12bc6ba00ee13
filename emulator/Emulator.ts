import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openClock } from './Clock';
import { consoleRoutes } from './console/consoleRoutes';
import { openDatabase } from './database/Database';
import type { CollectionDeclarations } from './database/declarations';
import { noteVersion } from './dataFolder/dataVersion';
import { openDataFolder } from './dataFolder/openDataFolder';
import { databaseRoutes } from './door/databaseRoutes';
import { doorRoutes } from './door/doorRoutes';
import { indexRoutes } from './door/indexRoutes';
import { type Snapshots, snapshotRoutes } from './door/snapshotRoutes';
import { storageRoutes } from './door/storageRoutes';
import { CallLog } from './functions/CallLog';
import { FunctionLog } from './functions/FunctionLog';
import { FunctionPool } from './functions/FunctionPool';
import { functionRoutes } from './functions/functionRoutes';
import { httpAccessRoutes } from './functions/httpAccessRoutes';
import { type FunctionsConfig, readFunctionsConfig } from './functions/readFunctionsConfig';
import { Timers } from './functions/Timers';
import { CustomLogin } from './identity/CustomLogin';
import type { Person } from './identity/Person';
import { Sessions } from './identity/Sessions';
import { signInRoutes } from './identity/signInRoutes';
import { previewRoutes } from './preview/previewRoutes';
import { type Parts, Site } from './Site';
import { adminRoute } from './server/adminRoute';
import { requestListener } from './server/requestListener';
import { sameMachineOnly } from './server/sameMachineOnly';
import { FileStore } from './storage/FileStore';
import { fileRoutes } from './storage/fileRoutes';
import { storageActions } from './storage/storageActions';
import { TemporaryLinks } from './storage/TemporaryLinks';
import { Entrances } from './wechat/entrances/Entrances';
import { entranceRoutes } from './wechat/entrances/entranceRoutes';
import { accountApiRoutes } from './wechat/officialAccount/accountApiRoutes';
import { accountDoorRoutes } from './wechat/officialAccount/accountDoorRoutes';
import { authorisePage } from './wechat/officialAccount/authorisePage';
import { Component } from './wechat/officialAccount/Component';
import { componentRoutes } from './wechat/officialAccount/componentRoutes';
import { OfficialAccounts } from './wechat/officialAccount/OfficialAccounts';
import { merchantEnvironment, openMerchantAccount } from './wechat/pay/MerchantAccount';
import { payerRoutes } from './wechat/pay/payerRoutes';
import { payRoutes } from './wechat/pay/payRoutes';
import { switchRoutes } from './wechat/pay/switchRoutes';
import { WeChatPay } from './wechat/pay/WeChatPay';
import { phoneRoutes } from './wechat/phoneRoutes';
import { shippingRoutes } from './wechat/shipping/shippingRoutes';
import { WeChat, weChatEnvironment } from './wechat/WeChat';
import { weChatApiRoutes } from './wechat/weChatApiRoutes';

/** What an emulator is started with. */
export interface EmulatorOptions {
  /** 0 takes any free port. The server listens on loopback only. */
  port: number;
  /** Everything it keeps; created when missing, claimed by one emulator at a time. */
  dataDir: string;
  /** Holds cloudbaserc.json and, below its functionRoot, `<name>/index.js`. Without it there are no functions. */
  functionsDir?: string;
  /** Collections and indexes that exist from the start. */
  collections?: CollectionDeclarations;
  /** A built H5 app, served at `/` with the preview bar. */
  previewDir?: string;
  /** Whom the preview and the door can act as. */
  people?: readonly Person[];
  /** Extra variables for every function. */
  functionEnv?: Record<string, string>;
  /** Whether timers run on their cron, by the emulator's clock; else only when the door is asked to. Default true. */
  timers?: boolean;
  /** Print what functions print. */
  verbose?: boolean;
}

/** A running emulator. */
export interface Emulator {
  url: string;
  port: number;
  /** Ends every function process, closes the data folder and the port. */
  stop(): Promise<void>;
}

/**
 * Starts CloudBase and WeChat Pay on one port with one data folder. Rejects with one sentence when the folder is taken,
 * newer than this emulator or not writable, the port is taken, or the functions folder is not one; with DamagedFile when
 * a file of the folder is broken.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const config = readFunctionsConfig(options.functionsDir);
  const unlock = openDataFolder(options.dataDir);
  // Node closes a quiet connection after 5 s, just when a client on a busy machine may be using it again: that call would be lost.
  const server = createServer({ keepAliveTimeout: 120_000 });
  try {
    const port = await listen(server, options.port);
    const url = `http://127.0.0.1:${port}`;
    const site = new Site(options.dataDir, {
      open: (snapshots) => open(options, config, url, snapshots),
      rehearse: (dataDir) => openDatabase({ dataDir, collections: collectionsOf(options), now: Date.now }).close(),
    });
    server.on('request', site.listener);
    return {
      url,
      port,
      stop: async () => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await Promise.all([site.close(), closed]);
        unlock();
      },
    };
  } catch (error) {
    server.close();
    unlock();
    throw error;
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken by another program.`) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

const collectionsOf = ({ collections = { collections: {} } }: EmulatorOptions): CollectionDeclarations => collections;

/** Opens what is in the data folder and puts the parts together. */
function open(options: EmulatorOptions, config: FunctionsConfig, url: string, snapshots: Snapshots): Parts {
  const { dataDir, people = [] } = options;
  const state = openState(options, config.envId, url);
  const { clock, account, sessions, customLogin, database, weChat, pay, officialAccounts } = state;
  const component = new Component(officialAccounts);
  const calls = new CallLog(clock.now);
  const log = new FunctionLog(options.verbose ?? false);
  const files = new FileStore(dataDir, config.envId);
  const links = new TemporaryLinks(dataDir, url, clock.now);
  const storage = storageActions(files, links, url);
  const environment = { ...merchantEnvironment(account, url), ...weChatEnvironment(url), ...options.functionEnv };
  const functions = new FunctionPool({ config, url, environment, clock, calls, log });
  const timers = new Timers({ config, functions, clock, log });
  const listener = requestListener([
    ...sameMachineOnly([
      adminRoute({ database, storage, functions, weChat, calls }),
      ...payerRoutes(pay, sessions),
      ...switchRoutes(pay),
      ...phoneRoutes({ weChat, sessions, people }),
      ...accountDoorRoutes({ accounts: officialAccounts, component, people }),
      ...doorRoutes({ people, sessions, clock, calls, log, functions, timers }),
      ...databaseRoutes(database),
      ...indexRoutes(collectionsOf(options)),
      ...storageRoutes(files, storage),
      ...snapshotRoutes(snapshots),
      ...consoleRoutes(),
      ...functionRoutes(functions, sessions),
    ]),
    // Meant for anyone, in production and through a tunnel: WeChat's notifies come this way.
    ...httpAccessRoutes(functions, config),
    ...sameMachineOnly([
      ...fileRoutes({ files, links, sessions }),
      ...signInRoutes(sessions, customLogin),
      ...payRoutes(pay),
      ...shippingRoutes(pay, weChat.accessTokens),
      ...entranceRoutes(new Entrances(url, clock.now), weChat.accessTokens),
      ...accountApiRoutes(officialAccounts, weChat.messages),
      ...componentRoutes(officialAccounts, component),
      ...authorisePage(officialAccounts, component),
      ...weChatApiRoutes(weChat, officialAccounts, people),
      // Last: it answers every other GET.
      ...previewRoutes(options.previewDir, sessions, people),
    ]),
  ]);
  pay.outbox.wake();
  officialAccounts.outbox.wake();
  if (options.timers ?? true) timers.start();
  return {
    listener,
    holdFiles: () => holdAll([database, pay.records, weChat.messages, officialAccounts.records]),
    refuseShared: () => {
      database.refuseShared();
      pay.records.refuseShared();
      officialAccounts.records.refuseShared();
    },
    close: async () => {
      timers.stop();
      component.stop();
      await Promise.all([functions.stop(), pay.stop(), officialAccounts.stop()]);
      weChat.close();
      database.close();
    },
  };
}

/** Opens what the data folder holds: all of it or, when a part cannot be opened, nothing. */
function openState(options: EmulatorOptions, envId: string, url: string) {
  const { dataDir } = options;
  const clock = openClock(dataDir);
  const account = openMerchantAccount(dataDir);
  const sessions = new Sessions(dataDir, clock.now);
  const customLogin = new CustomLogin(dataDir, envId, clock.now);
  const opened: { close(): void }[] = [];
  const noted = <Part extends { close(): void }>(part: Part): Part => {
    opened.push(part);
    return part;
  };
  try {
    const database = noted(openDatabase({ dataDir, collections: collectionsOf(options), now: clock.now }));
    const weChat = noted(new WeChat(dataDir, clock.now));
    const pay = new WeChatPay(dataDir, account, clock, url);
    noted(pay.records);
    const officialAccounts = new OfficialAccounts(dataDir, clock);
    noteVersion(dataDir);
    return { clock, account, sessions, customLogin, database, weChat, pay, officialAccounts };
  } catch (error) {
    for (const part of opened) part.close();
    throw error;
  }
}

// All at one moment: what the database says of a payment and what WeChat Pay says of it must agree.
function holdAll(held: readonly { holdFile(): () => void }[]): () => void {
  const releases: (() => void)[] = [];
  const release = () => {
    for (const each of releases) each();
  };
  try {
    for (const each of held) releases.push(each.holdFile());
    return release;
  } catch (error) {
    release();
    throw error;
  }
}
