import * as v from 'valibot';
import { ApiError, type CloudFunction, type CloudState } from './CloudState';

/** An action of the API: the fields it takes, all of them, and what it does to the fake environment. */
interface CloudAction {
  request: v.GenericSchema;
  changes?: true;
  act(state: CloudState, request: never, endpoint: string): object;
}

const action = <Schema extends v.GenericSchema>(
  request: Schema,
  act: (state: CloudState, request: v.InferOutput<Schema>, endpoint: string) => object,
): CloudAction => ({ request, act });
const change: typeof action = (request, act) => ({ request, act, changes: true });

const text = v.string();
const env = { EnvId: text };
const tables = { ...env, MongoConnector: v.strictObject({ InstanceId: v.literal('flexdb'), DatabaseName: text }) };
const named = { Namespace: text, FunctionName: v.pipe(text, v.regex(/^[A-Za-z][\w-]{0,59}$/)) };
const settings = {
  Description: v.pipe(text, v.maxLength(1_000)),
  Timeout: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  MemorySize: v.picklist([64, 128, 256, 512, 1024, 2048]),
  Environment: v.strictObject({ Variables: v.array(v.strictObject({ Key: text, Value: text })) }),
};
const archive = v.pipe(text, v.base64(), v.maxLength(20 * 1024 * 1024));
const key = v.strictObject({ Name: text, Direction: v.picklist(['1', '-1', '2dsphere']) });

/** What a deployment asks of Tencent Cloud's `tcb` and `scf`. */
export const cloudActions: Readonly<Record<string, CloudAction>> = {
  DescribeEnvs: action(v.strictObject(env), ({ envId }) => ({
    EnvList: [{ EnvId: envId, Databases: [{ InstanceId: 'tnt-1' }], Storages: [{ Bucket: 'bucket-1' }] }],
  })),

  ListTables: action(
    v.strictObject({ ...tables, MgoLimit: v.number(), MgoOffset: v.number() }),
    ({ collections }, { MgoLimit, MgoOffset }) => ({
      Tables: [...collections.keys()].slice(MgoOffset, MgoOffset + MgoLimit).map((TableName) => ({ TableName })),
    }),
  ),
  DescribeTable: action(v.strictObject({ ...tables, TableName: text }), (state, { TableName }) => ({
    Indexes: [{ Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }] }, ...tableOf(state, TableName).indexes],
  })),
  CreateTable: change(v.strictObject({ ...tables, TableName: text }), ({ collections }, { TableName }) => {
    if (collections.has(TableName)) throw new ApiError('ResourceInUse');
    collections.set(TableName, { indexes: [], acl: 'PRIVATE' });
    return {};
  }),
  UpdateTable: change(
    v.strictObject({
      ...tables,
      TableName: text,
      CreateIndexes: v.optional(
        v.array(
          v.strictObject({
            IndexName: text,
            MgoKeySchema: v.strictObject({ MgoIndexKeys: v.array(key), MgoIsUnique: v.boolean() }),
          }),
        ),
      ),
      DropIndexes: v.optional(v.array(v.strictObject({ IndexName: text }))),
    }),
    (state, { TableName, CreateIndexes = [], DropIndexes = [] }) => {
      const table = tableOf(state, TableName);
      const isDropped = (name: string) => DropIndexes.some(({ IndexName }) => IndexName === name);
      table.indexes = table.indexes.filter(({ Name }) => !isDropped(Name));
      for (const { IndexName, MgoKeySchema } of CreateIndexes) {
        if (table.indexes.some(({ Name }) => Name === IndexName)) throw new ApiError('ResourceInUse.Index');
        table.indexes.push({ Name: IndexName, Unique: MgoKeySchema.MgoIsUnique, Keys: MgoKeySchema.MgoIndexKeys });
      }
      return {};
    },
  ),
  DescribeDatabaseACL: action(v.strictObject({ ...env, CollectionName: text }), (state, { CollectionName }) => ({
    AclTag: tableOf(state, CollectionName).acl,
  })),
  ModifyDatabaseACL: change(
    v.strictObject({ ...env, CollectionName: text, AclTag: v.literal('ADMINONLY') }),
    (state, { CollectionName, AclTag }) => {
      tableOf(state, CollectionName).acl = AclTag;
      return {};
    },
  ),
  DescribeStorageSafeRule: action(v.strictObject({ ...env, Bucket: v.literal('bucket-1') }), ({ storageRule }) => ({
    AclTag: storageRule,
  })),
  ModifyStorageSafeRule: change(
    v.strictObject({ ...env, Bucket: v.literal('bucket-1'), AclTag: v.picklist(['READONLY', 'PRIVATE']) }),
    (state, { AclTag }) => {
      state.storageRule = AclTag;
      return {};
    },
  ),

  ListFunctions: action(
    v.strictObject({ ...env, Limit: v.number(), Offset: v.number() }),
    ({ functions }, { Limit, Offset }) => ({
      Functions: [...functions.keys()].slice(Offset, Offset + Limit).map((FunctionName) => ({ FunctionName })),
    }),
  ),
  GetFunction: action(v.strictObject({ ...named, ShowCode: v.literal('FALSE') }), (state, { FunctionName }) => {
    const found = functionOf(state, FunctionName);
    found.busy = Math.max(0, found.busy - 1);
    return {
      Status: found.busy > 0 ? 'Updating' : 'Active',
      Description: found.description,
      Timeout: found.timeout,
      MemorySize: found.memorySize,
      Environment: { Variables: found.variables },
      Triggers: found.timers.map(({ TriggerDesc, ...timer }) => ({
        ...timer,
        TriggerDesc: JSON.stringify({ cron: TriggerDesc }),
      })),
    };
  }),
  CreateFunction: change(
    v.strictObject({
      ...named,
      ...settings,
      Code: v.strictObject({ ZipFile: archive }),
      Runtime: v.literal('Nodejs20.19'),
      Handler: v.literal('index.main'),
      InstallDependency: v.literal('FALSE'),
      Role: v.literal('TCB_QcsRole'),
      Stamp: v.literal('MINI_QCBASE'),
    }),
    ({ functions }, { FunctionName, Code, ...settled }) => {
      if (functions.has(FunctionName)) throw new ApiError('ResourceInUse.Function');
      functions.set(FunctionName, { ...settledBy(settled), archive: Code.ZipFile, timers: [], versions: [], busy: 3 });
      return {};
    },
  ),
  UpdateFunctionCode: change(
    v.strictObject({ ...named, Handler: text, ZipFile: archive, InstallDependency: v.literal('FALSE') }),
    (state, { FunctionName, ZipFile }) => {
      Object.assign(idle(state, FunctionName), { archive: ZipFile, busy: 2 });
      return {};
    },
  ),
  UpdateFunctionConfiguration: change(
    v.strictObject({ ...named, ...settings }),
    (state, { FunctionName, ...settled }) => {
      Object.assign(idle(state, FunctionName), settledBy(settled), { busy: 2 });
      return {};
    },
  ),
  PublishVersion: change(v.strictObject({ ...named, Description: text }), (state, { FunctionName, Description }) => {
    const { versions, archive: present } = idle(state, FunctionName);
    versions.unshift({ Version: String(versions.length + 1), Description, archive: present });
    return {};
  }),
  ListVersionByFunction: action(
    v.strictObject({ ...named, Order: v.literal('DESC'), OrderBy: v.literal('AddTime'), Limit: v.number() }),
    (state, { FunctionName }) => ({ Versions: [{ Version: '$LATEST' }, ...functionOf(state, FunctionName).versions] }),
  ),
  GetFunctionAddress: action(
    v.strictObject({ ...named, Qualifier: text }),
    (_state, { FunctionName, Qualifier }, endpoint) => ({ Url: `http://${endpoint}/${FunctionName}/${Qualifier}` }),
  ),
  CreateTrigger: change(
    v.strictObject({ ...named, TriggerName: text, Type: v.literal('timer'), TriggerDesc: text }),
    (state, { FunctionName, TriggerName, Type, TriggerDesc }) => {
      functionOf(state, FunctionName).timers.push({ TriggerName, Type, TriggerDesc });
      return {};
    },
  ),
  DeleteTrigger: change(
    v.strictObject({ ...named, TriggerName: text, Type: v.literal('timer') }),
    (state, { FunctionName, TriggerName }) => {
      const found = functionOf(state, FunctionName);
      found.timers = found.timers.filter((timer) => timer.TriggerName !== TriggerName);
      return {};
    },
  ),

  DescribeCloudBaseGWService: action(v.strictObject({ ServiceId: text }), ({ paths, domain }) => ({
    ServiceSet: paths.size > 0 ? [{ Domain: domain }] : null,
  })),
  DescribeCloudBaseGWAPI: action(v.strictObject({ ServiceId: text, Limit: v.number() }), ({ paths }) => ({
    APISet: [...paths].map(([Path, Name]) => ({ Path, Name })),
  })),
  CreateCloudBaseGWAPI: change(
    v.strictObject({ ServiceId: text, Path: text, Type: v.literal(1), Name: text, AuthSwitch: v.literal(2) }),
    (state, { Path, Name }) => {
      functionOf(state, Name);
      state.paths.set(Path, Name);
      return {};
    },
  ),
};

function tableOf({ collections }: CloudState, name: string) {
  const table = collections.get(name);
  if (!table) throw new ApiError('ResourceNotFound', name);
  return table;
}

function functionOf({ functions }: CloudState, name: string): CloudFunction {
  const found = functions.get(name);
  if (!found) throw new ApiError('ResourceNotFound.Function', name);
  return found;
}

/** A function that is not being changed at the moment. */
function idle(state: CloudState, name: string): CloudFunction {
  const found = functionOf(state, name);
  if (found.busy > 1) throw new ApiError('FailedOperation.FunctionStatusError', name);
  return found;
}

const settledBy = (sent: {
  Description: string;
  Timeout: number;
  MemorySize: number;
  Environment: { Variables: CloudFunction['variables'] };
}) => ({
  description: sent.Description,
  timeout: sent.Timeout,
  memorySize: sent.MemorySize,
  variables: sent.Environment.Variables,
});
