import { setTimeout } from 'node:timers/promises';
import type { IndexDeclaration } from '../../emulator/database/declarations';
import { type CloudAccount, CloudRefused } from './CloudAccount';

/** A version of a function's code that was kept. */
export interface KeptVersion {
  version: string;
  /** See `FunctionState.code`. */
  code: string;
}

/** A function as Tencent Cloud describes it (the part that we read). */
export interface FunctionDetail {
  Status: string;
  Description?: string;
  Timeout: number;
  MemorySize: number;
  Environment?: { Variables?: { Key: string; Value: string }[] | null };
  Triggers?: { TriggerName: string; Type: string; TriggerDesc: string }[] | null;
}

/** What is sent with a function beside its code. */
export interface FunctionSettings {
  timeout: number;
  memorySize: number;
  variables: Readonly<Record<string, string>>;
  /** Kept in the function's description, because that is ours alone. */
  code: string;
}

interface EnvInfo {
  EnvId: string;
  Databases?: { InstanceId: string }[] | null;
  Storages?: { Bucket: string }[] | null;
}

/**
 * One CloudBase environment through Tencent Cloud's API: each method is an action, or the few that make one sense.
 * Actions and fields are those that the vendor's own `@cloudbase/manager-node` 5.6 sends; they were never sent to a real
 * environment from here.
 */
export class CloudBaseEnvironment {
  constructor(
    private readonly account: CloudAccount,
    private readonly info: EnvInfo,
    /** Between two looks at a function that is being changed, in ms. */
    private readonly lookEvery: number,
  ) {}

  /** Finds the environment. Throws when the account has none of this id. */
  static async open(account: CloudAccount, envId: string, lookEvery: number): Promise<CloudBaseEnvironment> {
    const { EnvList } = await account.ask<{ EnvList: EnvInfo[] }>('tcb', 'DescribeEnvs', { EnvId: envId });
    const info = EnvList.find(({ EnvId }) => EnvId === envId);
    if (!info) throw new Error(`The account has no environment ${envId}.`);
    return new CloudBaseEnvironment(account, info, lookEvery);
  }

  /** The names of all collections. */
  async listCollections(): Promise<string[]> {
    const names: string[] = [];
    for (;;) {
      const page = { MgoLimit: 100, MgoOffset: names.length };
      const { Tables } = await this.#tables<{ Tables: { TableName: string }[] | null }>('ListTables', page);
      names.push(...(Tables ?? []).map(({ TableName }) => TableName));
      if ((Tables?.length ?? 0) < 100) return names;
    }
  }

  async readIndexes(collection: string): Promise<IndexDeclaration[]> {
    const { Indexes } = await this.#tables<{ Indexes: DescribedIndex[] | null }>('DescribeTable', {
      TableName: collection,
    });
    return (Indexes ?? []).filter(({ Name }) => Name !== '_id_').map(declarationOf);
  }

  /** True when only functions read and write there. */
  async isLocked(collection: string): Promise<boolean> {
    const { AclTag } = await this.#ask<{ AclTag: string }>('DescribeDatabaseACL', { CollectionName: collection });
    return AclTag === 'ADMINONLY';
  }

  async lock(collection: string): Promise<void> {
    await this.#ask('ModifyDatabaseACL', { CollectionName: collection, AclTag: 'ADMINONLY' });
  }

  async createCollection(collection: string): Promise<void> {
    await this.#tables('CreateTable', { TableName: collection });
  }

  /** Makes an index, after dropping the one of its name if it `replaces` it. */
  async createIndex(collection: string, index: IndexDeclaration, replaces: boolean): Promise<void> {
    const change = (what: object) => this.#tables('UpdateTable', { TableName: collection, ...what });
    if (replaces) await change({ DropIndexes: [{ IndexName: index.name }] });
    const keys = Object.entries(index.fields).map(([Name, direction]) => ({ Name, Direction: String(direction) }));
    const schema = { MgoIndexKeys: keys, MgoIsUnique: index.unique ?? false };
    await change({ CreateIndexes: [{ IndexName: index.name, MgoKeySchema: schema }] });
  }

  async readStorageRule(): Promise<string> {
    return (await this.#ask<{ AclTag: string }>('DescribeStorageSafeRule', { Bucket: this.#bucket })).AclTag;
  }

  async setStorageRule(rule: string): Promise<void> {
    await this.#ask('ModifyStorageSafeRule', { Bucket: this.#bucket, AclTag: rule });
  }

  async listFunctions(): Promise<string[]> {
    const names: string[] = [];
    for (;;) {
      const { Functions } = await this.#ask<{ Functions: { FunctionName: string }[] }>('ListFunctions', {
        Limit: 100,
        Offset: names.length,
      });
      names.push(...Functions.map(({ FunctionName }) => FunctionName));
      if (Functions.length < 100) return names;
    }
  }

  readFunction(name: string): Promise<FunctionDetail> {
    return this.#scf<FunctionDetail>('GetFunction', { FunctionName: name, ShowCode: 'FALSE' });
  }

  async createFunction(name: string, archive: Buffer, settings: FunctionSettings): Promise<void> {
    await this.#scf('CreateFunction', {
      ...described(name, settings),
      Code: { ZipFile: archive.toString('base64') },
      Runtime: 'Nodejs20.19',
      Handler: 'index.main',
      InstallDependency: 'FALSE',
      Role: 'TCB_QcsRole',
      Stamp: 'MINI_QCBASE',
    });
    await this.#becomesActive(name);
  }

  async updateCode(name: string, archive: Buffer): Promise<void> {
    await this.#scf('UpdateFunctionCode', {
      FunctionName: name,
      Handler: 'index.main',
      ZipFile: archive.toString('base64'),
      InstallDependency: 'FALSE',
    });
    await this.#becomesActive(name);
  }

  async configure(name: string, settings: FunctionSettings): Promise<void> {
    await this.#scf('UpdateFunctionConfiguration', described(name, settings));
    await this.#becomesActive(name);
  }

  async setTimer(name: string, cron: string | undefined): Promise<void> {
    const { Triggers } = await this.readFunction(name);
    for (const { TriggerName, Type } of (Triggers ?? []).filter(isTimer)) {
      await this.#scf('DeleteTrigger', { FunctionName: name, TriggerName, Type });
    }
    if (cron) {
      await this.#scf('CreateTrigger', { FunctionName: name, TriggerName: 'clock', Type: 'timer', TriggerDesc: cron });
    }
  }

  /** Keeps the code that runs now as a version to come back to. */
  async keepVersion(name: string, code: string): Promise<void> {
    await this.#scf('PublishVersion', { FunctionName: name, Description: stampOf(code) });
    await this.#becomesActive(name);
  }

  /** The kept versions, the newest first. */
  async listVersions(name: string): Promise<KeptVersion[]> {
    const { Versions } = await this.#scf<{ Versions: { Version: string; Description?: string }[] }>(
      'ListVersionByFunction',
      { FunctionName: name, Order: 'DESC', OrderBy: 'AddTime', Limit: 100 },
    );
    return Versions.flatMap(({ Version, Description }) => {
      const code = codeIn(Description);
      return code && Version !== '$LATEST' ? [{ version: Version, code }] : [];
    });
  }

  /** The archive of a kept version. */
  async readArchive(name: string, version: string): Promise<Buffer> {
    const { Url } = await this.#scf<{ Url: string }>('GetFunctionAddress', { FunctionName: name, Qualifier: version });
    const response = await fetch(Url);
    if (!response.ok) throw new Error(`the code of ${name}, version ${version}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** The address of HTTP access, `https://…`; undefined while it is not open. */
  async readAddress(): Promise<string | undefined> {
    const { ServiceSet } = await this.#gateway<{ ServiceSet: { Domain: string }[] | null }>(
      'DescribeCloudBaseGWService',
      {},
    );
    const domain = ServiceSet?.[0]?.Domain;
    return domain && `https://${domain}`;
  }

  async readPaths(): Promise<Map<string, string>> {
    const { APISet } = await this.#gateway<{ APISet: { Path: string; Name: string }[] | null }>(
      'DescribeCloudBaseGWAPI',
      { Limit: 100 },
    );
    return new Map((APISet ?? []).map(({ Path, Name }) => [Path, Name]));
  }

  /** Lets a function answer at a path, to whoever asks: what comes in proves by itself who sent it. */
  async openPath(path: string, name: string): Promise<void> {
    await this.#gateway('CreateCloudBaseGWAPI', { Path: path, Type: 1, Name: name, AuthSwitch: 2 });
  }

  async #becomesActive(name: string): Promise<void> {
    for (let round = 0; round < 120; round += 1) {
      const { Status } = await this.readFunction(name);
      if (Status === 'Active') return;
      if (/Failed$/.test(Status)) throw new CloudRefused('GetFunction', Status, `${name} did not become active`);
      await setTimeout(this.lookEvery);
    }
    throw new Error(`${name} is not active after two minutes`);
  }

  #ask<Answer>(action: string, request: object): Promise<Answer> {
    return this.account.ask<Answer>('tcb', action, { EnvId: this.info.EnvId, ...request });
  }

  #tables<Answer>(action: string, request: object): Promise<Answer> {
    const database = this.info.Databases?.[0]?.InstanceId;
    if (!database) throw new Error(`The environment ${this.info.EnvId} has no document database.`);
    return this.#ask<Answer>(action, {
      MongoConnector: { InstanceId: 'flexdb', DatabaseName: database },
      ...request,
    });
  }

  #gateway<Answer>(action: string, request: object): Promise<Answer> {
    return this.account.ask<Answer>('tcb', action, { ServiceId: this.info.EnvId, ...request });
  }

  #scf<Answer>(action: string, request: object): Promise<Answer> {
    return this.account.ask<Answer>('scf', action, { Namespace: this.info.EnvId, ...request });
  }

  get #bucket(): string {
    return this.info.Storages?.[0]?.Bucket ?? '';
  }
}

interface DescribedIndex {
  Name: string;
  Unique?: boolean;
  Keys: { Name: string; Direction: string }[];
}

const declarationOf = ({ Name, Unique, Keys }: DescribedIndex): IndexDeclaration => ({
  name: Name,
  fields: Object.fromEntries(
    Keys.map((key) => [key.Name, key.Direction === '2dsphere' ? '2dsphere' : key.Direction === '-1' ? -1 : 1]),
  ),
  ...(Unique && { unique: true }),
});

const described = (name: string, { timeout, memorySize, variables, code }: FunctionSettings) => ({
  FunctionName: name,
  Description: stampOf(code),
  Timeout: timeout,
  MemorySize: memorySize,
  Environment: { Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })) },
});

const stampOf = (code: string): string => `meidian ${code}`;

/** The code that a description names; undefined of one that is not ours. */
export const codeIn = (description: string | undefined): string | undefined =>
  /^meidian ([0-9a-f]{16})$/.exec(description ?? '')?.[1];

/** Whether a trigger is a clock. */
export const isTimer = ({ Type }: { Type: string }): boolean => Type === 'timer';
