import path from 'node:path';
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service';
import { labelledComponents } from '../src/platform/labelledComponents';

const learnLabels = path.resolve(__dirname, '../src/platform/learnLabels.ts');

/** Teaches Taro's WXML templates, and with the same list its runtime, what screen readers need. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (ctx.runOpts.options.platform !== 'weapp') return;
      const { template } = platform;
      template.mergeComponents(ctx, labelledComponents);
      nameRoles(template);
      platform.runtimePath = [platform.runtimePath ?? [], learnLabels].flat();
    },
  });
};

/** A role is `aria-role` in WXML (https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html). */
function nameRoles(platformTemplate: TaroPlatformBase['template']): void {
  // Platforms override it in subclasses; a plugin has only the instance.
  const template = platformTemplate as unknown as { replacePropName(name: string, ...rest: unknown[]): string };
  const nameOf = template.replacePropName.bind(template);
  template.replacePropName = (name, ...rest) => (name === 'role' ? 'aria-role' : nameOf(name, ...rest));
}
