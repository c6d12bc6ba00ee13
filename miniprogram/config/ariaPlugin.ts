import type { IPluginContext, TaroPlatformBase } from '@tarojs/service';

// '' means: take the value from the component's props.
const read = { role: '', 'aria-label': '', 'aria-disabled': '', 'aria-hidden': '' };

/** Taro's WXML templates leave out what screen readers need; this adds it to the components that we label. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (ctx.runOpts.options.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, { View: read, Text: read, Image: read, Input: read });
    },
  });
};
