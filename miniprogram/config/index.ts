import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { drawMapIcons } from './mapIcons';
import { drawTabIcons } from './tabIcons';

const root = path.resolve(__dirname, '../..');
const shared = path.join(root, 'shared');
const src = path.resolve(__dirname, '../src');
const ariaPlugin = path.join(__dirname, 'ariaPlugin.ts');
const labelledComponents = path.join(src, 'platform/labelledComponents.ts');

/** Taro's build of both targets; it runs with `miniprogram/` as its working directory (see scripts/build.ts). */
export default defineConfig<'webpack5'>(async () => {
  await Promise.all([drawTabIcons(path.join(src, 'assets/tab')), drawMapIcons(path.join(src, 'assets/map'))]);
  return config;
});

/** See `src/platform/locationChoice.ts`. */
const location = process.env.MEIDIAN_LOCATION ?? 'fuzzy';
if (!['none', 'fuzzy', 'precise'].includes(location))
  throw new Error(`MEIDIAN_LOCATION is none, fuzzy or precise, not ${location}`);

const config: UserConfigExport<'webpack5'> = {
  projectName: 'meidian',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `../dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // What was cached under other templates numbers its props otherwise.
  cache: { enable: true, buildDependencies: { plugins: [ariaPlugin, labelledComponents] } },
  alias: { '@': src, '@shared': shared },
  plugins: [ariaPlugin],
  env: {
    MEIDIAN_LOCATION: JSON.stringify(location),
    // Tiles for the preview's map, as Leaflet writes it: `https://…/{z}/{x}/{y}?key=…`; GCJ-02. None: a drawing of Taiyuan.
    MEIDIAN_TILES: JSON.stringify(process.env.MEIDIAN_TILES ?? ''),
  },
  // WeChat's map takes its icons by path.
  copy: { patterns: [{ from: 'src/assets/map/', to: `../dist/${process.env.TARO_ENV}/map/` }], options: {} },
  mini: {
    compile: { include: [shared] },
    postcss: { pxtransform: sizesStayInPx() },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      chain.performance.hints(false);
    },
  },
  h5: {
    compile: { include: [shared] },
    // At the root of its server, as `/v1/functions` and `/files` are; style sheets in `css/` find fonts by it.
    publicPath: '/',
    fontUrlLoaderOption: { name: 'static/fonts/[name][ext]', limit: 1 },
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: sizesStayInPx() },
    webpackChain(chain) {
      // Taro splits the initial chunk only: without this every page repeats @tarojs/components.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 20_000,
        cacheGroups: {
          vendors: {
            name: 'vendors',
            test: /[\\/]node_modules[\\/]/,
            minChunks: 2,
            priority: 10,
            reuseExistingChunk: true,
          },
        },
      });
      chain.performance.hints(false);
    },
  },
};

/** Text and tap targets keep their size from a 320 px to a 430 px phone; layouts stretch, letters do not. */
function sizesStayInPx() {
  return { enable: false, config: {} };
}
