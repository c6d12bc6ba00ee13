/** One environment variable of the functions, as whoever deploys is told of it. */
export interface Setting {
  /** What it is, in a few words. */
  what: string;
  /** Where it is found. */
  where: string;
  /** What it looks like. */
  looks: RegExp;
  /** It is shown to nobody: not in a plan, not in a log. */
  secret?: true;
  /** Taken when nothing is said. */
  usually?: string;
  /** Follows from the address of the environment's HTTP access: the path of the function that answers there. */
  httpPath?: string;
  /** A storefront can do without it: it belongs to something that not everybody has. */
  optional?: true;
}

const url = /^https:\/\/[^\s]+$/;
const pem = (kind: string): RegExp => new RegExp(`^-----BEGIN ${kind}-----\\s[\\w+/=\\s]+-----END ${kind}-----\\s*$`);
const platform = 'open.weixin.qq.com › 管理中心 › 第三方平台 › 详情; without a platform, leave all four out';
const pay = 'WeChat Pay, 商户平台 › 账户中心 › API安全';

/** Every variable that a function reads by `setting`; a test compares this with the code. */
export const settings: Readonly<Record<string, Setting>> = {
  WECHAT_APPID: {
    what: "the mini program's AppID",
    where: 'mp.weixin.qq.com › 开发管理 › 开发设置',
    looks: /^wx[0-9a-f]{16}$/,
  },
  WECHAT_APP_SECRET: {
    what: "the mini program's AppSecret",
    where: 'mp.weixin.qq.com › 开发管理 › 开发设置, shown once',
    looks: /^[0-9a-f]{32}$/,
    secret: true,
  },
  WECHAT_API_BASE_URL: {
    what: "WeChat's server API",
    where: 'only changed for tests',
    looks: url,
    usually: 'https://api.weixin.qq.com',
  },
  WECHAT_PUSH_URL: {
    what: 'where official accounts push to',
    where: 'follows from HTTP access',
    looks: url,
    httpPath: '/wechat/push',
  },
  FAN_KEY: {
    what: 'the key that official-account secrets are sealed and followers hashed with; losing it loses both',
    where: 'made once by yourself: openssl rand -hex 32',
    looks: /^[0-9a-f]{64}$/,
    secret: true,
  },
  WECHAT_PLATFORM_APPID: {
    what: 'the AppID of your third-party platform, whose event and message addresses end in ?platform=events and ?app=$APPID$',
    where: platform,
    looks: /^wx[0-9a-f]{16}$/,
    optional: true,
  },
  WECHAT_PLATFORM_SECRET: {
    what: 'the AppSecret of that platform',
    where: platform,
    looks: /^[0-9a-f]{32}$/,
    secret: true,
    optional: true,
  },
  WECHAT_PLATFORM_TOKEN: {
    what: 'its 消息校验Token',
    where: platform,
    looks: /^\w{3,32}$/,
    secret: true,
    optional: true,
  },
  WECHAT_PLATFORM_AES_KEY: {
    what: 'its 消息加解密Key',
    where: platform,
    looks: /^[A-Za-z0-9]{43}$/,
    secret: true,
    optional: true,
  },
  WECHAT_AUTHORISE_URL: {
    what: "WeChat's page where accounts authorise a third-party platform",
    where: 'only changed for tests',
    looks: url,
    usually: 'https://open.weixin.qq.com/wxaopen/safe/bindcomponent',
  },
  WECHAT_NEWS_TEMPLATE: {
    what: 'the subscribe-message template for news of shops, with thing1 (the shop), thing2 (what), thing3 (more)',
    where: 'mp.weixin.qq.com › 订阅消息 › 我的模板',
    looks: /^[\w-]{20,60}$/,
  },
  WECHAT_RESTOCK_TEMPLATE: {
    what: 'the subscribe-message template for goods that are in stock again, with thing1 (what), thing2 (the shop), thing3 (more)',
    where: 'mp.weixin.qq.com › 订阅消息 › 我的模板',
    looks: /^[\w-]{20,60}$/,
  },
  LIMIT_FACTOR: {
    what: 'by how much the limits of the contracts are multiplied',
    where: 'only changed for load tests',
    looks: /^[1-9]\d{0,4}$/,
    usually: '1',
  },
  WECHAT_PAY_MCHID: { what: 'the merchant number', where: pay, looks: /^\d{8,10}$/ },
  WECHAT_PAY_SERIAL: { what: "the serial of the merchant's API certificate", where: pay, looks: /^[0-9A-F]{30,40}$/ },
  WECHAT_PAY_PRIVATE_KEY: {
    what: "the private key of the merchant's API certificate (apiclient_key.pem, whole)",
    where: pay,
    looks: pem('PRIVATE KEY'),
    secret: true,
  },
  WECHAT_PAY_PUBLIC_KEY_ID: { what: "the id of WeChat Pay's public key", where: pay, looks: /^PUB_KEY_ID_\w+$/ },
  WECHAT_PAY_PUBLIC_KEY: { what: "WeChat Pay's public key (pub_key.pem, whole)", where: pay, looks: pem('PUBLIC KEY') },
  WECHAT_PAY_API_V3_KEY: { what: 'the APIv3 key', where: pay, looks: /^\w{32}$/, secret: true },
  WECHAT_PAY_BASE_URL: {
    what: "WeChat Pay's API",
    where: 'only changed for tests',
    looks: url,
    usually: 'https://api.mch.weixin.qq.com',
  },
  WECHAT_PAY_NOTIFY_URL: {
    what: 'where WeChat Pay tells of payments and refunds',
    where: 'follows from HTTP access',
    looks: url,
    httpPath: '/wechat/payNotify',
  },
  WECHAT_PAY_CERTIFICATE_SERIAL: {
    what: 'the serial of the platform certificate, while WeChat Pay still signs with it',
    where: pay,
    looks: /^[0-9A-F]{30,40}$/,
    optional: true,
  },
  WECHAT_PAY_CERTIFICATE: {
    what: 'the platform certificate, whole, while WeChat Pay still signs with it',
    where: pay,
    looks: pem('CERTIFICATE'),
    optional: true,
  },
};

/** The value of each variable that has a good one, and one sentence for each that has not. */
export interface ReadSettings {
  values: Record<string, string>;
  problems: string[];
}

/**
 * Reads the variables from an environment. `address` is that of HTTP access, `https://…`, where it is known; variables
 * that follow from it are no problem before.
 */
export function readSettings(environment: NodeJS.ProcessEnv, address: string | undefined): ReadSettings {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const [name, setting] of Object.entries(settings)) {
    const { what, where, looks, usually, httpPath, optional } = setting;
    const value = environment[name] || usually || (httpPath && address && `${address}${httpPath}`);
    if (value && looks.test(value)) values[name] = value;
    else if (value) problems.push(`${name} does not look like ${what} (${where})`);
    else if (!optional && !httpPath) problems.push(`${name} is missing: ${what} (${where})`);
  }
  return { values, problems };
}

/** What a newcomer fills in and keeps as `.env.production`, outside the repository. */
export function settingsTemplate(): string {
  const entries = Object.entries({ ...account, ...settings }).map(
    ([name, { what, where, usually, httpPath, optional }]) => {
      const isSettled = usually !== undefined || httpPath !== undefined || optional;
      return `# ${what}\n# ${where}\n${isSettled ? '# ' : ''}${name}=${usually ?? ''}`;
    },
  );
  return `${entries.join('\n\n')}\n`;
}

/** What the deployment itself needs; no function gets it. */
export const account: Readonly<Record<string, Setting>> = {
  MEIDIAN_ENV_ID: {
    what: 'the id of the CloudBase environment',
    where: 'the CloudBase console, 概览',
    looks: /^[a-z0-9-]+$/,
  },
  TENCENTCLOUD_SECRETID: {
    what: 'an API key of an account that may manage the environment',
    where: 'Tencent Cloud console › 访问管理 › API密钥管理',
    looks: /^\w+$/,
  },
  TENCENTCLOUD_SECRETKEY: {
    what: 'the secret of that API key',
    where: 'Tencent Cloud console › 访问管理 › API密钥管理',
    looks: /^\w+$/,
    secret: true,
  },
};
