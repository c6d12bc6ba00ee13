import type { Environment, Section } from '../Row';

const tea = Buffer.from('龙井');
const fiftyOne = Array.from({ length: 51 }, (_, n) => `cloud://env.bucket/${n}.png`);

/** What the SDK does beside the database: files, functions and who one is. */
export const beyondDatabase: Section[] = [
  {
    title: 'Storage',
    rows: [
      {
        name: 'uploadFile and downloadFile',
        call: async (environment) => {
          const fileID = await upload(environment, 'a.txt');
          return (await environment.app.downloadFile({ fileID })).fileContent?.toString();
        },
        outcome: { answers: '龙井' },
      },
      {
        name: 'uploadFile replaces what is there',
        call: async (environment) => {
          const { app } = environment;
          await upload(environment, 'a.txt');
          const { fileID } = await app.uploadFile({ cloudPath: 'conformance/a.txt', fileContent: Buffer.from('new') });
          return (await app.downloadFile({ fileID })).fileContent?.toString();
        },
        outcome: { answers: 'new' },
      },
      {
        name: 'getTempFileURL with maxAge in seconds',
        call: async (environment) => {
          const fileID = await upload(environment, 'a.txt');
          const { fileList } = await environment.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
          return (await fetch(fileList[0]?.tempFileURL ?? '')).text();
        },
        outcome: { answers: '龙井' },
      },
      {
        name: 'getTempFileURL of a file that is not there',
        call: async ({ app }) => codes(await app.getTempFileURL({ fileList: ['cloud://env.bucket/absent'] })),
        outcome: { answers: ['STORAGE_FILE_NONEXIST'] },
      },
      {
        name: 'deleteFile, twice',
        call: async (environment) => {
          const fileList = [await upload(environment, 'a.txt')];
          const { app } = environment;
          return [...codes(await app.deleteFile({ fileList })), ...codes(await app.deleteFile({ fileList }))];
        },
        outcome: { answers: ['SUCCESS', 'STORAGE_FILE_NONEXIST'] },
      },
      {
        name: 'copyFile, also with overwrite false',
        call: async (environment) => {
          await upload(environment, 'a.txt');
          const copy = { srcPath: 'conformance/a.txt', dstPath: 'conformance/copies/a.txt' };
          const { app } = environment;
          const first = codes(await app.copyFile({ fileList: [copy] }));
          return [...first, ...codes(await app.copyFile({ fileList: [{ ...copy, overwrite: false }] }))];
        },
        outcome: { answers: ['SUCCESS', 'STORAGE_FILE_EXIST'] },
      },
      {
        name: '50 files in one call at most',
        call: ({ app }) => app.deleteFile({ fileList: fiftyOne }),
        outcome: { fails: { code: 'INVALID_PARAM', message: /50/ } },
      },
      {
        name: 'a path that leaves its folder',
        call: ({ app }) => app.uploadFile({ cloudPath: '../a.txt', fileContent: tea }),
        outcome: { fails: { code: 'INVALID_PARAM', message: /\.\.\/a\.txt/ } },
      },
    ],
  },
  {
    title: 'Functions, identity and WeChat',
    rows: [
      {
        name: 'callFunction of one that is not there',
        call: ({ app }) => app.callFunction({ name: 'absent', data: {} }),
        outcome: { fails: { code: 'FUNCTION_NOT_FOUND', message: /absent/ } },
      },
      {
        name: 'auth().getUserInfo() outside a function',
        call: async ({ app }) => app.auth().getUserInfo(),
        outcome: { answers: { openId: '', appId: '', uid: '', customUserId: '', isAnonymous: false } },
      },
      {
        name: 'auth().getEndUserInfo(uid)',
        call: async ({ app }) => app.auth().getEndUserInfo('somebody'),
        outcome: { notEmulated: { names: 'auth.getUserInfoForAdmin', because: 'profiles are kept by CloudBase only' } },
      },
      {
        name: 'callWxOpenApi: subscribeMessage.send that nobody allowed',
        call: async ({ app }) => {
          const requestData = { touser: 'oNobody', template_id: 'tea', data: { thing1: { value: '龙井' } } };
          const answer = await app.callWxOpenApi({ apiName: 'subscribeMessage.send', apiOptions: {}, requestData });
          return answer.result;
        },
        outcome: { answers: { errcode: 43101, errmsg: 'user refuse to accept the msg' } },
      },
      {
        name: 'callWxOpenApi: any other API',
        call: ({ app }) => app.callWxOpenApi({ apiName: 'wxacode.get', apiOptions: {}, requestData: {} }),
        outcome: { notEmulated: { names: 'wxacode.get', because: 'subscribe messages only, so far' } },
      },
    ],
  },
];

async function upload({ app }: Environment, name: string): Promise<string> {
  return (await app.uploadFile({ cloudPath: `conformance/${name}`, fileContent: tea })).fileID;
}

function codes({ fileList }: { fileList: { code?: string }[] }): unknown[] {
  return fileList.map(({ code }) => code);
}
